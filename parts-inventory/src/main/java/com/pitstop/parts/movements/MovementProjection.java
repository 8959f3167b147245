package com.pitstop.parts.movements;

import java.time.temporal.ChronoUnit;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;
import com.pitstop.shared.parts.StockAdjusted;
import com.pitstop.shared.parts.StockReceived;

/** Writes down every movement of pieces, and never changes what it wrote. */
@Component
@ProcessingGroup("parts-movements")
class MovementProjection {

    private static final String NO_REASON = "";

    private final MovementViewRepository movements;

    MovementProjection(MovementViewRepository movements) {
        this.movements = movements;
    }

    @EventHandler
    void on(StockReceived event, DomainEventMessage<?> message, ReplayStatus replay) {
        var receipt = event.receiptId().toString();
        add(event.sku(), MovementKind.RECEIVED, receipt, event.quantity(), 0, NO_REASON, message, replay);
    }

    @EventHandler
    void on(StockAdjusted event, DomainEventMessage<?> message, ReplayStatus replay) {
        var adjustment = event.adjustmentId().toString();
        add(event.sku(), MovementKind.ADJUSTED, adjustment, event.quantity(), 0, event.reason(), message, replay);
    }

    @EventHandler
    void on(PartsReserved event, DomainEventMessage<?> message, ReplayStatus replay) {
        keep(event.sku(), MovementKind.RESERVED, event.reservationId(), event.quantity(), message, replay);
    }

    @EventHandler
    void on(PartsReleased event, DomainEventMessage<?> message, ReplayStatus replay) {
        keep(event.sku(), MovementKind.RELEASED, event.reservationId(), -event.quantity(), message, replay);
    }

    @EventHandler
    void on(ReservationExpired event, DomainEventMessage<?> message, ReplayStatus replay) {
        keep(event.sku(), MovementKind.EXPIRED, event.reservationId(), -event.quantity(), message, replay);
    }

    @EventHandler
    void on(PartsConsumed event, DomainEventMessage<?> message, ReplayStatus replay) {
        var who = event.reservationId();
        var reserved = -event.fromReservation();
        add(event.sku(), MovementKind.CONSUMED, who, -event.quantity(), reserved, NO_REASON, message, replay);
    }

    @ResetHandler
    void reset() {
        movements.deleteAllInBatch();
    }

    private void keep(
            String sku,
            MovementKind kind,
            String reservation,
            int pieces,
            DomainEventMessage<?> message,
            ReplayStatus replay) {
        add(sku, kind, reservation, 0, pieces, NO_REASON, message, replay);
    }

    // A replay begins with an empty table, and rows and position commit together: no need to look then.
    private void add(
            String sku,
            MovementKind kind,
            String reference,
            int onHand,
            int reserved,
            String reason,
            DomainEventMessage<?> message,
            ReplayStatus replay) {
        var at = message.getTimestamp().truncatedTo(ChronoUnit.MICROS); // as databases keep it
        var row = new MovementView(
                new Movement(sku, message.getSequenceNumber(), at, kind, reference, onHand, reserved, reason));
        if (replay.isReplay() || movements.findById(row.getId()).isEmpty()) {
            movements.save(row);
        }
    }
}
