package com.pitstop.process.timeline;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.MessageContext;

/**
 * What contexts did for the steps of slips. An event says which step it was for. But a payment waits for its provider and a
 * delivery for its supplier, and what becomes of one that a step began belongs to that step as well.
 */
@Component
class Deeds {

    private static final Set<String> GOING_ON_BY_THEMSELVES = Set.of("payment", "delivery");
    private static final int LENGTH_OF_TRACKING_NUMBER = 36;

    private final ConsequenceRepository consequences;

    Deeds(ConsequenceRepository consequences) {
        this.consequences = consequences;
    }

    /** Whether it is for a step, or of something that a step may have begun. */
    static boolean mayBe(EventMessage<?> event) {
        return event.getMetaData().containsKey(MessageContext.STEP)
                || stream(event).isPresent();
    }

    Optional<Told> told(EventMessage<?> event) {
        var stream = stream(event);
        if (event.getMetaData().get(MessageContext.STEP) instanceof String stepKey) {
            var told = told(stepKey, event);
            stream.ifPresent(begun -> remember(begun, told));
            return Optional.of(told);
        }
        return stream.flatMap(consequences::findById)
                .map(consequence -> consequence.told(DeedSentences.of(event.getPayload())));
    }

    void forgetAll() {
        consequences.deleteAllInBatch();
    }

    private static Told told(String stepKey, EventMessage<?> event) {
        return new Told(
                UUID.fromString(stepKey.substring(0, LENGTH_OF_TRACKING_NUMBER)),
                Sentences.stepOf(stepKey),
                DeedSentences.of(event.getPayload()));
    }

    private void remember(String stream, Told told) {
        var known = consequences.findById(stream);
        known.ifPresent(consequence -> consequence.follow(told));
        if (known.isEmpty()) {
            consequences.save(new ConsequenceView(stream, told)).stored();
        }
    }

    private static Optional<String> stream(EventMessage<?> event) {
        return Optional.of(event)
                .filter(DomainEventMessage.class::isInstance)
                .map(ofStream -> ((DomainEventMessage<?>) ofStream).getAggregateIdentifier())
                .filter(stream -> GOING_ON_BY_THEMSELVES.contains(stream.split(":", 2)[0]));
    }
}
