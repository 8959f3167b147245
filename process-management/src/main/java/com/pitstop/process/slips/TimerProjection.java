package com.pitstop.process.slips;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.process.TimerCancelled;
import com.pitstop.shared.process.TimerFired;
import com.pitstop.shared.process.TimerSet;

/** Keeps the timers of each routing slip. */
@Component
@ProcessingGroup("processes")
class TimerProjection {

    private final TimerViewRepository timers;

    TimerProjection(TimerViewRepository timers) {
        this.timers = timers;
    }

    @EventHandler
    void on(TimerSet event, @SequenceNumber long version) {
        var timer = timers.findById(new TimerKey(event.trackingNumber(), event.timerId()))
                .orElseGet(() -> new TimerView(event, version));
        if (timer.isNew()) {
            timers.save(timer);
        } else if (timer.isBefore(version)) {
            timer.set(event, version);
        }
    }

    @EventHandler
    void on(TimerFired event, @SequenceNumber long version) {
        settle(event.trackingNumber(), event.timerId(), version);
    }

    @EventHandler
    void on(TimerCancelled event, @SequenceNumber long version) {
        settle(event.trackingNumber(), event.timerId(), version);
    }

    @ResetHandler
    void reset() {
        timers.deleteAllInBatch();
    }

    private void settle(UUID trackingNumber, String timerId, long version) {
        var timer = timers.findById(new TimerKey(trackingNumber, timerId))
                .orElseThrow(
                        () -> new IllegalStateException("Timer %s of routing slip %s is over but is not in the table"
                                .formatted(timerId, trackingNumber)));
        if (timer.isBefore(version)) {
            timer.settle(version);
        }
    }
}
