package com.pitstop.process.signals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.SignalReceived;
import com.pitstop.shared.workshop.MaintenanceJobFinished;

/** Knows whether something has happened already, and whether a slip was told, by the streams that would have it. */
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

    /**
     * Whether a slip that goes on has been told less often than there was something to tell: what it was told last time, and
     * what somebody told it in advance, is no news.
     */
    boolean areNewsTo(UUID trackingNumber, String signal) {
        var past = payloads(new RoutingSlipId(trackingNumber).toString()).toList();
        var told = past.stream()
                .filter(event -> event instanceof SignalReceived received
                        && received.signal().equals(signal))
                .count();
        return past.stream().noneMatch(Happenings::endsAllWaiting) && told < happened(past, signal);
    }

    private long happened(List<?> past, String signal) {
        return past.stream()
                .filter(SignalAwaited.class::isInstance)
                .map(SignalAwaited.class::cast)
                .filter(awaited -> awaited.signal().equals(signal))
                .filter(awaited -> Expectation.of(signal, awaited.offer())
                        .filter(expected -> include(expected, awaited.offer()))
                        .isPresent())
                .count();
    }

    private static boolean endsAllWaiting(Object event) {
        return event instanceof CompensationStarted
                || event instanceof RoutingSlipCompleted
                || event instanceof RoutingSlipTerminated
                || event instanceof RoutingSlipResolved;
    }

    private boolean stream(String name, Predicate<Object> holds) {
        return payloads(name).anyMatch(holds);
    }

    /** From the first on, whatever snapshots there are. */
    private Stream<?> payloads(String name) {
        return eventStore.readEvents(name, 0).asStream().map(Message::getPayload);
    }

    private static boolean finishes(Object event, String jobId) {
        return event instanceof MaintenanceJobFinished finished
                && finished.jobId().toString().equals(jobId);
    }
}
