package com.pitstop.parts.policy;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.parts.domain.ConsumeParts;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.shared.parts.Sku;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.UsedPart;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

/** What went into a vehicle is taken from the shelf, once for every job and part. */
@Component
@ProcessingGroup("parts-consumption")
@DisallowReplay
class WhenJobFinishedThenConsumeParts {

    private final Reactions reactions;

    WhenJobFinishedThenConsumeParts(Reactions reactions) {
        this.reactions = reactions;
    }

    @EventHandler
    void on(MaintenanceJobFinished event) {
        event.parts().forEach(part -> consume(event.jobId(), part));
    }

    private void consume(UUID jobId, UsedPart part) {
        var key = RequestKey.of("parts-consumption", jobId + "/" + part.sku(), String.valueOf(part.quantity()));
        var command = new ConsumeParts(new PartId(new Sku(part.sku())), jobId, new Quantity(part.quantity()));
        reactions.send(asCommandMessage(command).andMetaData(key.asMetaData()));
    }
}
