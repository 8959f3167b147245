package com.pitstop.process.timers;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

import com.pitstop.shared.process.TimerCancelled;
import com.pitstop.shared.process.TimerFired;
import com.pitstop.shared.process.TimerSet;

/** Keeps what is to be fired in step with what happened. A timer that is gone leaves no row. */
@Component
@ProcessingGroup("process-timers")
class DueTimerProjection {

    private final DueTimerRepository timers;

    DueTimerProjection(DueTimerRepository timers) {
        this.timers = timers;
    }

    @EventHandler
    void on(TimerSet event, ReplayStatus replay) {
        var id = new DueTimerId(event.trackingNumber(), event.timerId());
        if (replay.isReplay() || timers.findById(id).isEmpty()) {
            timers.save(new DueTimer(event));
        }
    }

    @EventHandler
    void on(TimerFired event) {
        remove(event.trackingNumber(), event.timerId());
    }

    @EventHandler
    void on(TimerCancelled event) {
        remove(event.trackingNumber(), event.timerId());
    }

    @ResetHandler
    void reset() {
        timers.deleteAllInBatch();
    }

    private void remove(UUID trackingNumber, String timerId) {
        timers.findById(new DueTimerId(trackingNumber, timerId)).ifPresent(timers::delete);
    }
}
