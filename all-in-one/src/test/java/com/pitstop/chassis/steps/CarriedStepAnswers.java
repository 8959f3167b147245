package com.pitstop.chassis.steps;

import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;

import com.pitstop.chassis.messaging.Reactions;

/** Answers that a test may lose, hold up or be killed with on their way. */
public class CarriedStepAnswers extends StepAnswers {

    /** Who brings an answer to where it is stored, or does not. */
    public interface Carrier {

        void carry(String stepKey, Runnable delivery);
    }

    private final Carrier carrier;

    public CarriedStepAnswers(EventStore eventStore, Reactions reactions, Carrier carrier) {
        super(eventStore, reactions);
        this.carrier = carrier;
    }

    @Override
    public void give(UUID trackingNumber, String stepKey, Reply reply) {
        if (reply.outcome().isPresent()) {
            carrier.carry(stepKey, () -> super.give(trackingNumber, stepKey, reply));
        }
    }
}
