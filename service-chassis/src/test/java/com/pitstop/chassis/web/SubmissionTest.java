package com.pitstop.chassis.web;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

import com.pitstop.chassis.idempotency.AcceptedRequests;
import com.pitstop.chassis.idempotency.RequestKey;

import static org.assertj.core.api.Assertions.assertThat;

class SubmissionTest {

    @Test
    void givesIdsThatAscend() {
        var ids = Stream.generate(() -> submission(Optional.empty()).newId())
                .limit(1_000)
                .map(UUID::toString)
                .toList();

        assertThat(ids).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void givesTheSameIdForTheSameKey() {
        var first = RequestKey.of("/api/customers", "a", "Marit");
        var again = RequestKey.of("/api/customers", "a", "Marit");

        assertThat(submission(Optional.of(first)).newId())
                .isEqualTo(submission(Optional.of(again)).newId());
    }

    private static Submission submission(Optional<RequestKey> key) {
        var commands = DefaultCommandGateway.builder()
                .commandBus(SimpleCommandBus.builder().build())
                .build();
        var events = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        return new Submission(commands, new AcceptedRequests(events), key, Duration.ZERO);
    }
}
