package com.pitstop.process.signals;

import java.util.Map;
import java.util.Optional;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;

/**
 * Knows what has become of something already: of goods by what was put on the shelf so far, since the stream of a part has no
 * end; otherwise by the stream that would have it.
 */
@Component
class Happenings {

    private final ArrivalRepository arrivals;
    private final EventStore eventStore;

    Happenings(ArrivalRepository arrivals, EventStore eventStore) {
        this.arrivals = arrivals;
        this.eventStore = eventStore;
    }

    /** Empty as long as it may happen. */
    Optional<Happening> of(Expectation expected, Map<String, Object> offer) {
        if (expected.signal().equals(Expectation.JOB_FINISHED)) {
            return find("workshop-planning:" + offer.get("day"), expected);
        }
        return arrivals.existsById(expected.subject())
                ? Optional.of(Happening.came(expected))
                : find("delivery:" + expected.subject(), expected);
    }

    /** From the first event on, and not from a snapshot. */
    private Optional<Happening> find(String stream, Expectation expected) {
        return PastEvents.of(eventStore, stream)
                .flatMap(event -> Happening.by(event).stream())
                .filter(happening -> happening.expected().equals(expected))
                .findFirst();
    }
}
