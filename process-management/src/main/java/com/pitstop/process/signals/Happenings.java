package com.pitstop.process.signals;

import java.util.Map;
import java.util.function.Predicate;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.workshop.MaintenanceJobFinished;

/** Knows whether something has happened already, by the stream that would have it. */
@Component
class Happenings {

    private final EventStore eventStore;

    Happenings(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    boolean include(Expectation expected, Map<String, Object> offer) {
        return expected.signal().equals(Expectation.GOODS_RECEIVED)
                ? stream("delivery:" + expected.subject(), DeliveryReceived.class::isInstance)
                : stream("workshop-planning:" + offer.get("day"), event -> finishes(event, expected.subject()));
    }

    private boolean stream(String name, Predicate<Object> holds) {
        return eventStore.readEvents(name).asStream().map(Message::getPayload).anyMatch(holds);
    }

    private static boolean finishes(Object event, String jobId) {
        return event instanceof MaintenanceJobFinished finished
                && finished.jobId().toString().equals(jobId);
    }
}
