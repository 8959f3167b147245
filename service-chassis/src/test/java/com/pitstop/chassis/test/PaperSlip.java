package com.pitstop.chassis.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepUndoRequested;

import static org.awaitility.Awaitility.await;

/** A routing slip in the hands of a test: it asks a context for steps, and waits for the answers. */
public final class PaperSlip {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant ANY_TIME = Instant.parse("2026-11-23T09:00:00Z");

    private final UUID trackingNumber = UUID.randomUUID();
    private final EventStore events;
    private final String participant;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();

    public PaperSlip(EventStore events, String participant) {
        this.events = events;
        this.participant = participant;
    }

    /** A step of its own, named after the activity. */
    public PaperStep step(String activity, Map<String, Object> arguments) {
        return new PaperStep(activity, activity, arguments);
    }

    /** Another step for the same activity. */
    public PaperStep step(String name, String activity, Map<String, Object> arguments) {
        return new PaperStep(name, activity, arguments);
    }

    /** One step, to be asked for, undone and asked about as often as wanted. */
    public final class PaperStep {

        private final String name;
        private final String activity;
        private final Map<String, Object> arguments;

        PaperStep(String name, String activity, Map<String, Object> arguments) {
            this.name = name;
            this.activity = activity;
            this.arguments = arguments;
        }

        public StepAnswered performed() {
            return answerTo(request());
        }

        public StepAnswered undone(Map<String, Object> data) {
            var key = newKey(":undo:");
            write(new StepUndoRequested(
                    trackingNumber,
                    key,
                    name,
                    1,
                    participant,
                    activity,
                    arguments,
                    data,
                    "The card was declined",
                    ANY_TIME));
            return answerTo(key);
        }

        public StepAnswered outcome() {
            return answerTo(ask());
        }

        /** Asks for it without waiting: says under which key. */
        public String request() {
            var key = newKey(":");
            write(new StepRequested(
                    trackingNumber, key, name, attempts.get(), participant, activity, arguments, ANY_TIME));
            return key;
        }

        /** Asks what became of it without waiting: says under which key. */
        public String ask() {
            var key = newKey(":asked:");
            write(new StepOutcomeAsked(trackingNumber, key, name, participant, activity, arguments));
            return key;
        }

        private String newKey(String kind) {
            return trackingNumber + ":" + name + kind + attempts.incrementAndGet();
        }
    }

    public StepAnswered answerTo(String key) {
        await().atMost(PATIENCE).until(() -> isAnswered(key));
        return (StepAnswered) events.readEvents("step:" + key).next().getPayload();
    }

    public boolean isAnswered(String key) {
        return events.lastSequenceNumberFor("step:" + key).isPresent();
    }

    private void write(Object event) {
        events.publish(new GenericDomainEventMessage<>(
                "RoutingSlip", "routing-slip:" + trackingNumber, written.getAndIncrement(), event));
    }
}
