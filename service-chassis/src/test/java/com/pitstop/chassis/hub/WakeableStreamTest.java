package com.pitstop.chassis.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WakeableStreamTest {

    record Wanted(int number) {}

    record Unwanted(int number) {}

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final WakeableStream stream = new WakeableStream(store.openStream(null), closed -> {});

    @AfterEach
    void close() {
        stream.close();
        store.shutDown();
    }

    @Test
    void handsOutEverythingUntilItsReaderSaysWhatItHasNoHandlerFor() throws InterruptedException {
        publish(new Unwanted(1), new Unwanted(2), new Wanted(3));

        assertThat(payloads()).containsExactly(new Unwanted(1), new Unwanted(2), new Wanted(3));
    }

    @Test
    void leapsOverWhatIsUnwantedButNeverOverWhatIsWanted() throws InterruptedException {
        ignore();
        publish(new Unwanted(1), new Unwanted(2), new Wanted(3), new Wanted(4), new Unwanted(5), new Wanted(6));

        assertThat(payloads()).containsExactly(new Wanted(3), new Wanted(4), new Wanted(6));
    }

    @Test
    void letsThePositionFollowToTheEndOfWhatIsUnwanted() throws InterruptedException {
        ignore();
        publish(new Wanted(1), new Unwanted(2), new Unwanted(3));

        var events = events();

        assertThat(events).<Object>map(TrackedEventMessage::getPayload).containsExactly(new Wanted(1), new Unwanted(3));
        assertThat(events.get(1).trackingToken().position())
                .isEqualTo(store.createHeadToken().position());
    }

    @Test
    void comesUpForAirInALongHistory() throws InterruptedException {
        ignore();
        publish(Stream.iterate(1, number -> number + 1)
                .limit(250)
                .map(Unwanted::new)
                .toArray());

        assertThat(payloads()).containsExactly(new Unwanted(100), new Unwanted(200), new Unwanted(250));
    }

    @Test
    void isWokenForWhatItsReaderHasAHandlerForAlone() throws InterruptedException {
        var woken = new AtomicInteger();
        stream.setOnAvailableCallback(woken::incrementAndGet);
        ignore();

        stream.wakeFor(Set.of(Unwanted.class));
        assertThat(woken).hasValue(0);

        stream.wakeFor(Set.of(Unwanted.class, Wanted.class));
        assertThat(woken).hasValue(1);
    }

    /** As a processor does with the first event of a kind. */
    private void ignore() throws InterruptedException {
        publish(new Unwanted(0));
        stream.skipMessagesWithPayloadTypeOf(stream.nextAvailable());
    }

    private void publish(Object... payloads) {
        store.publish(
                Stream.of(payloads).map(GenericEventMessage::asEventMessage).toList());
    }

    private List<Object> payloads() throws InterruptedException {
        return events().stream().<Object>map(TrackedEventMessage::getPayload).toList();
    }

    private List<TrackedEventMessage<?>> events() throws InterruptedException {
        var events = new ArrayList<TrackedEventMessage<?>>();
        while (stream.hasNextAvailable()) {
            events.add(stream.nextAvailable());
        }
        return events;
    }
}
