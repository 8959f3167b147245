package com.pitstop.parts.reservations;

import java.time.Duration;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Setback;
import com.pitstop.chassis.rounds.Round;
import com.pitstop.parts.PartsSettings;
import com.pitstop.parts.domain.ExpireReservation;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.parts.domain.ReservationTerms;
import com.pitstop.shared.parts.Sku;

/**
 * Looks from time to time which reservations are due. Every process looks, and the table may lag: it is the part that
 * decides, and to ask it twice changes nothing.
 */
@Component
class WhenReservationIsDueThenExpire implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(WhenReservationIsDueThenExpire.class);

    private static final int AT_ONCE = 500;

    private final ReservationViewRepository reservations;
    private final CommandGateway commands;
    private final ReservationTerms terms;
    private final Duration period;

    WhenReservationIsDueThenExpire(
            ReservationViewRepository reservations,
            CommandGateway commands,
            ReservationTerms terms,
            PartsSettings settings) {
        this.reservations = reservations;
        this.commands = commands;
        this.terms = terms;
        this.period = settings.expiryCheck();
    }

    @Override
    public String purpose() {
        return "end reservations that are due";
    }

    @Override
    public Duration period() {
        return period;
    }

    @Override
    public void look() {
        var longestDueFirst = PageRequest.of(0, AT_ONCE, Sort.by("expiresAt"));
        reservations
                .findByStatusAndExpiresAtLessThanEqual(ReservationStatus.OPEN, terms.now(), longestDueFirst)
                .forEach(due -> expire(due.asReservation()));
    }

    /** One that cannot be ended does not keep the others waiting; what is away would keep each of them waiting. */
    private void expire(Reservation due) {
        try {
            commands.sendAndWait(
                    new ExpireReservation(new PartId(new Sku(due.sku())), new ReservationId(due.reservationId())));
        } catch (RuntimeException failure) {
            if (Setback.of(failure).isPresent()) {
                throw failure;
            }
            LOG.warn("Reservation {} of {} is due and was not ended", due.reservationId(), due.sku(), failure);
        }
    }
}
