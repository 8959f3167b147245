package com.pitstop.parts.movements;

import java.time.temporal.ChronoUnit;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
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
    void on(StockReceived event, DomainEventMessage<?> message) {
        var receipt = event.receiptId().toString();
        add(event.sku(), MovementKind.RECEIVED, receipt, event.quantity(), 0, NO_REASON, message);
    }

    @EventHandler
    void on(StockAdjusted event, DomainEventMessage<?> message) {
        var adjustment = event.adjustmentId().toString();
        add(event.sku(), MovementKind.ADJUSTED, adjustment, event.quantity(), 0, event.reason(), message);
    }

    @EventHandler
    void on(PartsReserved event, DomainEventMessage<?> message) {
        keep(event.sku(), MovementKind.RESERVED, event.reservationId(), event.quantity(), message);
    }

    @EventHandler
    void on(PartsReleased event, DomainEventMessage<?> message) {
        keep(event.sku(), MovementKind.RELEASED, event.reservationId(), -event.quantity(), message);
    }

    @EventHandler
    void on(ReservationExpired event, DomainEventMessage<?> message) {
        keep(event.sku(), MovementKind.EXPIRED, event.reservationId(), -event.quantity(), message);
    }

    @EventHandler
    void on(PartsConsumed event, DomainEventMessage<?> message) {
        var who = event.reservationId();
        var reserved = -event.fromReservation();
        add(event.sku(), MovementKind.CONSUMED, who, -event.quantity(), reserved, NO_REASON, message);
    }

    @ResetHandler
    void reset() {
        movements.deleteAllInBatch();
    }

    private void keep(String sku, MovementKind kind, String reservation, int pieces, DomainEventMessage<?> message) {
        add(sku, kind, reservation, 0, pieces, NO_REASON, message);
    }

    private void add(
            String sku,
            MovementKind kind,
            String reference,
            int onHand,
            int reserved,
            String reason,
            DomainEventMessage<?> message) {
        var at = message.getTimestamp().truncatedTo(ChronoUnit.MICROS); // as databases keep it
        var row = new MovementView(
                new Movement(sku, message.getSequenceNumber(), at, kind, reference, onHand, reserved, reason));
        movements.save(row);
    }
}
