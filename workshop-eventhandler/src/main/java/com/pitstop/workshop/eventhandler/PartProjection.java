package com.pitstop.workshop.eventhandler;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.workshop.readmodel.PartView;
import com.pitstop.workshop.readmodel.PartViewRepository;

/** The workshop's copy of which parts there are. One that is discontinued may still be in stock, and be used. */
@Component("workshopPartProjection")
@ProcessingGroup("workshop-parts")
class PartProjection {

    private final PartViewRepository parts;

    PartProjection(PartViewRepository parts) {
        this.parts = parts;
    }

    @EventHandler
    void on(PartRegistered event) {
        parts.save(new PartView(event));
    }

    @ResetHandler
    void reset() {
        parts.deleteAllInBatch();
    }
}
