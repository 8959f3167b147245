package com.pitstop.chassis.messaging;

import java.util.stream.Stream;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;

/** What is certain to have happened, when a view may not have heard of it yet. */
public final class PastEvents {

    private PastEvents() {}

    /** The payloads of all events of an aggregate in their order, from the first on and not from a snapshot. */
    public static Stream<Object> of(EventStore eventStore, Object aggregateId) {
        return eventStore.readEvents(aggregateId.toString(), 0).asStream().<Object>map(Message::getPayload);
    }
}
