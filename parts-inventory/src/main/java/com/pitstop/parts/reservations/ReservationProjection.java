package com.pitstop.parts.reservations;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;

/** Keeps what is reserved in step with what happened. */
@Component
@ProcessingGroup("parts-reservations")
class ReservationProjection {

    private final ReservationViewRepository reservations;

    ReservationProjection(ReservationViewRepository reservations) {
        this.reservations = reservations;
    }

    // Looks also during a replay: one that expired may have been made anew.
    @EventHandler
    void on(PartsReserved event, @SequenceNumber long version) {
        var known = reservations.findById(new ReservationKey(event.sku(), event.reservationId()));
        if (known.isEmpty()) {
            reservations.save(new ReservationView(event, version));
        } else if (known.get().isBefore(version)) {
            known.get().open(event, version);
            reservations.save(known.get());
        }
    }

    @EventHandler
    void on(PartsReleased event, @SequenceNumber long version) {
        end(event.sku(), event.reservationId(), ReservationStatus.RELEASED, version);
    }

    @EventHandler
    void on(ReservationExpired event, @SequenceNumber long version) {
        end(event.sku(), event.reservationId(), ReservationStatus.EXPIRED, version);
    }

    /** A job that had nothing reserved leaves no trace here. */
    @EventHandler
    void on(PartsConsumed event, @SequenceNumber long version) {
        if (event.fromReservation() > 0) {
            end(event.sku(), event.reservationId(), ReservationStatus.CONSUMED, version);
        }
    }

    @ResetHandler
    void reset() {
        reservations.deleteAllInBatch();
    }

    private void end(String sku, String reservationId, ReservationStatus ending, long version) {
        var reservation = reservations
                .findById(new ReservationKey(sku, reservationId))
                .orElseThrow(() -> new IllegalStateException(
                        "The inventory has no row of reservation %s of part %s".formatted(reservationId, sku)));
        if (reservation.isBefore(version)) {
            reservation.end(ending, version);
            reservations.save(reservation);
        }
    }
}
