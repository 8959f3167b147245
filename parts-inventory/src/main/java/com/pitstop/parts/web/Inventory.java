package com.pitstop.parts.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

import com.pitstop.parts.deliveries.Delivery;
import com.pitstop.parts.deliveries.DeliveryStatus;
import com.pitstop.parts.deliveries.FindDelivery;
import com.pitstop.parts.movements.ListMovements;
import com.pitstop.parts.movements.MovementPage;
import com.pitstop.parts.reservations.FindReservation;
import com.pitstop.parts.reservations.Reservation;
import com.pitstop.parts.stock.FindPart;
import com.pitstop.parts.stock.Part;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.parts.Sku;

/** What the views know, and whether they show a change yet: all of those that a client may look at next. */
@Component
class Inventory {

    private final QueryGateway queries;

    Inventory(QueryGateway queries) {
        this.queries = queries;
    }

    Part require(Sku sku) {
        return find(sku).orElseThrow(() -> new NotFoundException("known-part", "Part %s is not known".formatted(sku)));
    }

    Optional<Reservation> find(Sku sku, String reservationId) {
        return queries.query(
                        new FindReservation(sku.value(), reservationId),
                        ResponseTypes.optionalInstanceOf(Reservation.class))
                .join();
    }

    Optional<Delivery> find(UUID deliveryId) {
        return queries.query(new FindDelivery(deliveryId), ResponseTypes.optionalInstanceOf(Delivery.class))
                .join();
    }

    BooleanSupplier shows(Sku sku, Predicate<Part> change) {
        return () -> find(sku).filter(change).isPresent();
    }

    BooleanSupplier showsMovement(Sku sku, UUID reference) {
        return () ->
                movements(sku, reference).items().stream().anyMatch(movement -> isCountedUpTo(sku, movement.version()));
    }

    BooleanSupplier showsReservation(Sku sku, String reservationId, Predicate<Reservation> change) {
        return () -> find(sku, reservationId)
                .filter(change)
                .filter(reservation -> isCountedUpTo(sku, reservation.version()))
                .isPresent();
    }

    /** Also that its pieces are on the shelf. */
    boolean showsReceived(UUID deliveryId) {
        return find(deliveryId)
                .filter(delivery -> delivery.status() == DeliveryStatus.RECEIVED)
                .filter(delivery ->
                        showsMovement(new Sku(delivery.sku()), deliveryId).getAsBoolean())
                .isPresent();
    }

    private boolean isCountedUpTo(Sku sku, long version) {
        return find(sku).filter(part -> part.version() >= version).isPresent();
    }

    private Optional<Part> find(Sku sku) {
        return queries.query(new FindPart(sku.value()), ResponseTypes.optionalInstanceOf(Part.class))
                .join();
    }

    private MovementPage movements(Sku sku, UUID reference) {
        return queries.query(new ListMovements(sku.value(), reference.toString(), 0, 1), MovementPage.class)
                .join();
    }
}
