package com.pitstop.chassis.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;

import com.pitstop.chassis.processing.Apart;

/** The events that could not be handled, per processing group, and what an operator does with them. */
public class DeadLetters {

    /**
     * One parked event.
     *
     * @param sequence the aggregate whose later events wait behind this one
     * @param cause what went wrong; null for an event that only waits behind another
     */
    public record Letter(
            String id,
            String sequence,
            long index,
            String eventId,
            String event,
            Instant enqueuedAt,
            @Nullable String causeType,
            @Nullable String cause) {}

    private final EventProcessingModule processing;
    private final TransactionManager transactions;

    public DeadLetters(EventProcessingModule processing, TransactionManager transactions) {
        this.processing = processing;
        this.transactions = transactions;
    }

    public List<String> groups() {
        return List.copyOf(new TreeSet<>(processing.eventProcessors().keySet()));
    }

    public long count(String group) {
        return queue(group).map(SequencedDeadLetterQueue::size).orElse(0L);
    }

    boolean exists(String group) {
        return queue(group).isPresent();
    }

    /** In the order in which the sequences were last touched, each sequence in its own order. */
    public List<Letter> in(String group) {
        return letters(group).map(DeadLetters::describe).toList();
    }

    /** Handles parked sequences again, each until one of its events fails. Returns how many went through whole. */
    int retry(String group, Optional<String> letterId) {
        var processor = processing.sequencedDeadLetterProcessor(group).orElseThrow();
        var done = new AtomicInteger();
        var sequences = sequences(group, letterId);
        Apart.run(() -> sequences.forEach(sequence -> {
            if (processor.process(letter -> sequenceOf(letter).equals(sequence))) {
                done.incrementAndGet();
            }
        }));
        return done.get();
    }

    /** Gives parked events up for good. Returns how many. */
    int discard(String group, Optional<String> letterId) {
        var queue = queue(group).orElseThrow();
        return transactions.fetchInTransaction(() -> {
            var discarded = letters(group)
                    .filter(letter -> letterId.isEmpty() || idOf(letter).equals(letterId.get()))
                    .toList();
            discarded.forEach(queue::evict);
            return discarded.size();
        });
    }

    private List<String> sequences(String group, Optional<String> letterId) {
        return letters(group)
                .filter(letter -> letterId.isEmpty() || idOf(letter).equals(letterId.get()))
                .map(DeadLetters::sequenceOf)
                .distinct()
                .toList();
    }

    private Stream<DeadLetter<? extends EventMessage<?>>> letters(String group) {
        var sequences = queue(group).orElseThrow().deadLetters().spliterator();
        return StreamSupport.stream(sequences, false)
                .flatMap(sequence -> StreamSupport.stream(sequence.spliterator(), false));
    }

    private Optional<SequencedDeadLetterQueue<EventMessage<?>>> queue(String group) {
        return processing.eventProcessors().containsKey(group) ? processing.deadLetterQueue(group) : Optional.empty();
    }

    private static Letter describe(DeadLetter<? extends EventMessage<?>> letter) {
        return new Letter(
                idOf(letter),
                sequenceOf(letter),
                letter instanceof JdbcDeadLetter<?> stored ? stored.getSequenceIndex() : 0,
                letter.message().getIdentifier(),
                letter.message().getPayloadType().getSimpleName(),
                letter.enqueuedAt(),
                letter.cause().map(Cause::type).orElse(null),
                letter.cause().map(Cause::message).orElse(null));
    }

    private static String idOf(DeadLetter<?> letter) {
        return letter instanceof JdbcDeadLetter<?> stored ? stored.getIdentifier() : "";
    }

    private static String sequenceOf(DeadLetter<?> letter) {
        return letter instanceof JdbcDeadLetter<?> stored ? stored.getSequenceIdentifier() : "";
    }
}
