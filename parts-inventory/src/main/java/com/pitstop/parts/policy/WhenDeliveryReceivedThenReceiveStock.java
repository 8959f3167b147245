package com.pitstop.parts.policy;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.ReceiveStock;
import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.parts.Sku;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

/** What a supplier brought is put on the shelf, once for every delivery. */
@Component
@ProcessingGroup("parts-receiving")
@DisallowReplay
class WhenDeliveryReceivedThenReceiveStock {

    private final Reactions reactions;

    WhenDeliveryReceivedThenReceiveStock(Reactions reactions) {
        this.reactions = reactions;
    }

    @EventHandler
    void on(DeliveryReceived event) {
        var key = RequestKey.of("parts-receiving", event.deliveryId().toString(), event.sku() + "/" + event.quantity());
        var part = new PartId(new Sku(event.sku()));
        var command = new ReceiveStock(part, event.deliveryId(), new Quantity(event.quantity()));
        reactions.send(asCommandMessage(command).andMetaData(key.asMetaData()));
    }
}
