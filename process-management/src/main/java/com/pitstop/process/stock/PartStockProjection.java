package com.pitstop.process.stock;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;
import com.pitstop.shared.parts.StockAdjusted;
import com.pitstop.shared.parts.StockReceived;

/** Process management's copy of which parts there are, and how many pieces of them. */
@Component
@ProcessingGroup(PartStockProjection.GROUP)
class PartStockProjection {

    static final String GROUP = "process-stock";

    private final PartStockRepository parts;

    PartStockProjection(PartStockRepository parts) {
        this.parts = parts;
    }

    @EventHandler
    void on(PartRegistered event, @SequenceNumber long version) {
        parts.save(new PartStockView(event.sku(), version));
    }

    @EventHandler
    void on(StockReceived event, @SequenceNumber long version) {
        move(event.sku(), event.quantity(), 0, version);
    }

    @EventHandler
    void on(StockAdjusted event, @SequenceNumber long version) {
        move(event.sku(), event.quantity(), 0, version);
    }

    @EventHandler
    void on(PartsReserved event, @SequenceNumber long version) {
        move(event.sku(), 0, event.quantity(), version);
    }

    @EventHandler
    void on(PartsReleased event, @SequenceNumber long version) {
        move(event.sku(), 0, -event.quantity(), version);
    }

    @EventHandler
    void on(ReservationExpired event, @SequenceNumber long version) {
        move(event.sku(), 0, -event.quantity(), version);
    }

    @EventHandler
    void on(PartsConsumed event, @SequenceNumber long version) {
        move(event.sku(), -event.quantity(), -event.fromReservation(), version);
    }

    @ResetHandler
    void reset() {
        parts.deleteAllInBatch();
    }

    private void move(String sku, int onHandChange, int reservedChange, long version) {
        var part = parts.findById(sku)
                .orElseThrow(
                        () -> new IllegalStateException("Process management has no row of part %s".formatted(sku)));
        if (part.isBefore(version)) {
            part.move(onHandChange, reservedChange, version);
        }
    }
}
