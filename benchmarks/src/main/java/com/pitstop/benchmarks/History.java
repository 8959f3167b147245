package com.pitstop.benchmarks;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.shared.customer.CustomerRegistered;

/** Writes a long past in little time, past the commands. */
@RestController
class History {

    private static final int PER_COMMIT = 1_000;

    private final EventStore eventStore;

    History(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @PostMapping("/benchmark/history/{events}")
    ResponseEntity<Void> write(@PathVariable int events) {
        for (int written = 0; written < events; written += PER_COMMIT) {
            eventStore.publish(batch(written, Math.min(PER_COMMIT, events - written)));
        }
        return ResponseEntity.noContent().build();
    }

    private static List<? extends EventMessage<?>> batch(int from, int size) {
        return IntStream.range(from, from + size).mapToObj(History::registered).toList();
    }

    private static EventMessage<?> registered(int number) {
        var id = UUID.randomUUID();
        return new GenericDomainEventMessage<>(
                "Customer",
                "customer:" + id,
                0,
                new CustomerRegistered(
                        id,
                        "Customer " + number,
                        "Dorpsstraat " + number % 100,
                        "7413 AB",
                        "Deventer",
                        "+31 570 555 101",
                        "customer" + number + "@example.com"));
    }
}
