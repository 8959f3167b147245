package com.pitstop.process.signals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.SignalReceived;

import static com.pitstop.process.signals.Expectation.GOODS_RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

/** What is news to a slip that waits for two deliveries. */
class HappeningsTest {

    private static final UUID SLIP = UUID.randomUUID();
    private static final UUID TYRES = UUID.randomUUID();
    private static final UUID OIL = UUID.randomUUID();

    private final EventStore eventStore = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Happenings happenings = new Happenings(eventStore);
    private int number;

    @Test
    void nothingIsNewsBeforeItHappens() {
        slip(awaited("arrange-delivery-1", TYRES));

        assertThat(isNews()).isFalse();
    }

    @Test
    void whatHappensIsNewsUntilTheSlipWasTold() {
        slip(awaited("arrange-delivery-1", TYRES));
        received(TYRES);
        assertThat(isNews()).isTrue();

        slip(told());

        assertThat(isNews()).isFalse();
    }

    @Test
    void theSecondDeliveryIsNewsToASlipThatWasToldOfTheFirst() {
        slip(awaited("arrange-delivery-1", TYRES));
        slip(awaited("arrange-delivery-2", OIL));
        received(OIL);
        slip(told());
        assertThat(isNews()).isFalse();

        received(TYRES);

        assertThat(isNews()).isTrue();
    }

    @Test
    void whatSomebodyToldItInAdvanceIsNoNews() {
        slip(awaited("arrange-delivery-1", TYRES));
        slip(told());

        received(TYRES);

        assertThat(isNews()).isFalse();
    }

    @Test
    void nothingIsNewsToASlipThatIsUndoneOrOver() {
        slip(awaited("arrange-delivery-1", TYRES));
        slip(new CompensationStarted(SLIP, "place-order failed", false, List.of()));
        received(TYRES);
        assertThat(isNews()).isFalse();

        slip(new RoutingSlipCompleted(SLIP));

        assertThat(isNews()).isFalse();
    }

    private boolean isNews() {
        return happenings.areNewsTo(SLIP, GOODS_RECEIVED);
    }

    private static SignalAwaited awaited(String step, UUID delivery) {
        return new SignalAwaited(SLIP, step, GOODS_RECEIVED, Instant.EPOCH, Map.of("deliveryId", delivery.toString()));
    }

    private static SignalReceived told() {
        return new SignalReceived(SLIP, GOODS_RECEIVED, Map.of());
    }

    private void received(UUID delivery) {
        eventStore.publish(new GenericDomainEventMessage<>(
                "Delivery", "delivery:" + delivery, 0, new DeliveryReceived(delivery, "OIL-5W30-1L", 4)));
    }

    private void slip(Object event) {
        eventStore.publish(new GenericDomainEventMessage<>("RoutingSlip", "routing-slip:" + SLIP, number++, event));
    }
}
