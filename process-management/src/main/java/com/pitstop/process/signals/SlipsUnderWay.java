package com.pitstop.process.signals;

import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipTerminated;

/** Knows whether a slip goes on, by its own events. */
@Component
class SlipsUnderWay {

    private final EventStore eventStore;

    SlipsUnderWay(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    boolean include(UUID trackingNumber) {
        return PastEvents.of(eventStore, new RoutingSlipId(trackingNumber)).noneMatch(SlipsUnderWay::endsIt);
    }

    /** What is undone does not go on either. */
    private static boolean endsIt(Object event) {
        return event instanceof CompensationStarted
                || event instanceof RoutingSlipCompleted
                || event instanceof RoutingSlipTerminated
                || event instanceof RoutingSlipResolved;
    }
}
