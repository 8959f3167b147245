package com.pitstop.parts.deliveries;

import java.util.UUID;
import java.util.function.Consumer;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.parts.DeliveryArranged;
import com.pitstop.shared.parts.DeliveryCancelled;
import com.pitstop.shared.parts.DeliveryReceived;

/** Keeps the deliveries in step with what happened to them. */
@Component
@ProcessingGroup("parts-deliveries")
class DeliveryProjection {

    private final DeliveryViewRepository deliveries;

    DeliveryProjection(DeliveryViewRepository deliveries) {
        this.deliveries = deliveries;
    }

    @EventHandler
    void on(DeliveryArranged event, @SequenceNumber long version) {
        deliveries.save(new DeliveryView(event, version));
    }

    @EventHandler
    void on(DeliveryReceived event, @SequenceNumber long version) {
        change(event.deliveryId(), version, delivery -> delivery.receive(version));
    }

    @EventHandler
    void on(DeliveryCancelled event, @SequenceNumber long version) {
        change(event.deliveryId(), version, delivery -> delivery.cancel(event, version));
    }

    @ResetHandler
    void reset() {
        deliveries.deleteAllInBatch();
    }

    private void change(UUID deliveryId, long version, Consumer<DeliveryView> change) {
        var delivery = deliveries
                .findById(deliveryId)
                .orElseThrow(() ->
                        new IllegalStateException("The inventory has no row of delivery %s".formatted(deliveryId)));
        if (delivery.isBefore(version)) {
            change.accept(delivery);
            deliveries.save(delivery);
        }
    }
}
