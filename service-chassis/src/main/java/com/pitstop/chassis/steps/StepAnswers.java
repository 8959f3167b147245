package com.pitstop.chassis.steps;

import java.util.List;
import java.util.UUID;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.StepAnswered;

/** The answers to routing slips: a stream each, so that of two answers to one request the second cannot be stored. */
public class StepAnswers {

    private final EventStore eventStore;
    private final Reactions reactions;

    StepAnswers(EventStore eventStore, Reactions reactions) {
        this.eventStore = eventStore;
        this.reactions = reactions;
    }

    public boolean isGiven(String stepKey) {
        return eventStore.lastSequenceNumberFor(stream(stepKey)).isPresent();
    }

    /** Stores the answer, at once and whatever becomes of the events at hand. Where there is one already, that stands. */
    public void give(UUID trackingNumber, String stepKey, Reply reply) {
        reply.outcome().ifPresent(outcome -> give(stepKey, answered(trackingNumber, stepKey, outcome, reply)));
    }

    private void give(String stepKey, StepAnswered answered) {
        // Made here, where it is known which event it follows from.
        var answer = new GenericDomainEventMessage<>("Step", stream(stepKey), 0, answered);
        // Who loses a race for the stream looks again, and finds the answer of who won.
        reactions.run(() -> {
            if (!isGiven(stepKey)) {
                eventStore.publish(List.of(answer));
            }
        });
    }

    private static StepAnswered answered(UUID trackingNumber, String stepKey, Outcome outcome, Reply reply) {
        return new StepAnswered(
                trackingNumber,
                stepKey,
                outcome.name(),
                reply.data(),
                reply.variables(),
                reply.rule(),
                reply.message(),
                reply.pause().toMillis(),
                reply.rest());
    }

    private static String stream(String stepKey) {
        return "step:" + stepKey;
    }
}
