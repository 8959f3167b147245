package com.pitstop.parts.stock;

import java.util.function.Consumer;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.parts.PartDiscontinued;
import com.pitstop.shared.parts.PartPriceChanged;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;
import com.pitstop.shared.parts.StockAdjusted;
import com.pitstop.shared.parts.StockReceived;

/** Keeps the parts and what there is of them in step with what happened. */
@Component
@ProcessingGroup("parts-stock")
class StockProjection {

    private final PartViewRepository parts;

    StockProjection(PartViewRepository parts) {
        this.parts = parts;
    }

    @EventHandler
    void on(PartRegistered event, @SequenceNumber long version) {
        parts.save(new PartView(event, version));
    }

    @EventHandler
    void on(PartPriceChanged event, @SequenceNumber long version) {
        change(event.sku(), version, part -> part.change(event, version));
    }

    @EventHandler
    void on(PartDiscontinued event, @SequenceNumber long version) {
        change(event.sku(), version, part -> part.discontinue(version));
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
        change(sku, version, part -> part.move(onHandChange, reservedChange, version));
    }

    private void change(String sku, long version, Consumer<PartView> change) {
        var part = parts.findById(sku)
                .orElseThrow(() -> new IllegalStateException("The inventory has no row of part %s".formatted(sku)));
        if (part.isBefore(version)) {
            change.accept(part);
            parts.save(part);
        }
    }
}
