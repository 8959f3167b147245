package com.pitstop.process.slips;

import java.util.UUID;
import java.util.function.Predicate;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.SignalReceived;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepResolved;
import com.pitstop.shared.process.StepSkipped;

/** Keeps what each routing slip waits for. */
@Component
@ProcessingGroup("processes")
class SignalProjection {

    private final SignalViewRepository signals;

    SignalProjection(SignalViewRepository signals) {
        this.signals = signals;
    }

    @EventHandler
    void on(SignalAwaited event, @SequenceNumber long version) {
        var signal = signals.findById(new StepKey(event.trackingNumber(), event.step()))
                .orElseGet(() -> new SignalView(event, version));
        if (signal.isNew()) {
            signals.save(signal);
        } else if (signal.isBefore(version)) {
            signal.await(event, version);
        }
    }

    @EventHandler
    void on(SignalReceived event, @SequenceNumber long version) {
        settle(event.trackingNumber(), version, signal -> signal.isFor(event.signal()));
    }

    @EventHandler
    void on(StepCompleted event, @SequenceNumber long version) {
        settle(new StepKey(event.trackingNumber(), event.step()), version);
    }

    @EventHandler
    void on(StepFailed event, @SequenceNumber long version) {
        settle(new StepKey(event.trackingNumber(), event.step()), version);
    }

    @EventHandler
    void on(StepSkipped event, @SequenceNumber long version) {
        settle(new StepKey(event.trackingNumber(), event.step()), version);
    }

    @EventHandler
    void on(StepResolved event, @SequenceNumber long version) {
        settle(new StepKey(event.trackingNumber(), event.step()), version);
    }

    @EventHandler
    void on(CompensationStarted event, @SequenceNumber long version) {
        settle(event.trackingNumber(), version, signal -> true);
    }

    @EventHandler
    void on(RoutingSlipTerminated event, @SequenceNumber long version) {
        settle(event.trackingNumber(), version, signal -> true);
    }

    @EventHandler
    void on(RoutingSlipResolved event, @SequenceNumber long version) {
        settle(event.trackingNumber(), version, signal -> true);
    }

    @ResetHandler
    void reset() {
        signals.deleteAllInBatch();
    }

    /** By its key, since this happens with every step: a query would first write down what the batch has changed so far. */
    private void settle(StepKey step, long version) {
        signals.findById(step).filter(signal -> signal.isAwaited(version)).ifPresent(signal -> signal.settle(version));
    }

    private void settle(UUID trackingNumber, long version, Predicate<SignalView> which) {
        signals.findByTrackingNumberAndSettledFalseOrderByName(trackingNumber).stream()
                .filter(which)
                .filter(signal -> signal.isBefore(version))
                .forEach(signal -> signal.settle(version));
    }
}
