package com.pitstop.parts.reservations;

import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Answers what is kept for whom. */
@Component
class ReservationQueries {

    private static final Sort EARLIEST_FIRST = Sort.by("expiresAt", "reservationId");

    private final ReservationViewRepository reservations;

    ReservationQueries(ReservationViewRepository reservations) {
        this.reservations = reservations;
    }

    @QueryHandler
    Optional<Reservation> handle(FindReservation query) {
        return reservations
                .findById(new ReservationKey(query.sku(), query.reservationId()))
                .map(ReservationView::asReservation);
    }

    @QueryHandler
    ReservationPage handle(ListReservations query) {
        var found = reservations
                .findBySkuAndStatus(
                        query.sku(), ReservationStatus.OPEN, PageRequest.of(query.page(), query.size(), EARLIEST_FIRST))
                .map(ReservationView::asReservation);
        return new ReservationPage(
                found.getContent(), query.page(), query.size(), found.getTotalElements(), found.getTotalPages());
    }
}
