package com.pitstop.process.signals;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepResolved;
import com.pitstop.shared.process.StepSkipped;

/** Knows whether a slip still waits for something, by its own events. Whoever has heard need not be told again. */
@Component
class Waits {

    private final EventStore eventStore;

    Waits(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    boolean isWaiting(UUID trackingNumber, Expectation expected) {
        var steps = new HashSet<String>();
        PastEvents.of(eventStore, new RoutingSlipId(trackingNumber)).forEach(event -> follow(event, expected, steps));
        return !steps.isEmpty();
    }

    private static void follow(Object event, Expectation expected, Set<String> steps) {
        if (event instanceof SignalAwaited awaited) {
            Expectation.of(awaited.signal(), awaited.offer())
                    .filter(expected::equals)
                    .ifPresent(same -> steps.add(awaited.step()));
        } else if (event instanceof StepCompleted completed) {
            steps.remove(completed.step());
        } else if (event instanceof StepFailed failed) {
            steps.remove(failed.step());
        } else if (event instanceof StepSkipped skipped) {
            steps.remove(skipped.step());
        } else if (event instanceof StepResolved resolved) {
            steps.remove(resolved.step());
        } else if (event instanceof CompensationStarted
                || event instanceof RoutingSlipTerminated
                || event instanceof RoutingSlipResolved) {
            steps.clear();
        }
    }
}
