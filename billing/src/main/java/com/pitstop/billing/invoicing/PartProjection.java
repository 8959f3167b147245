package com.pitstop.billing.invoicing;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.parts.PartPriceChanged;
import com.pitstop.shared.parts.PartRegistered;

/** Billing's copy of what parts cost. One that is discontinued may still be used, and costs what it did. */
@Component("billingPartProjection")
@ProcessingGroup("billing")
class PartProjection {

    private final PartViewRepository parts;

    PartProjection(PartViewRepository parts) {
        this.parts = parts;
    }

    @EventHandler
    void on(PartRegistered event, @SequenceNumber long version) {
        parts.save(new PartView(event, version));
    }

    @EventHandler
    void on(PartPriceChanged event, @SequenceNumber long version) {
        parts.findById(event.sku())
                .orElseThrow(() -> new IllegalStateException("Billing has no row of part %s".formatted(event.sku())))
                .repriced(event, version);
    }

    @ResetHandler
    void reset() {
        parts.deleteAllInBatch();
    }
}
