package com.pitstop.process.slips;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.process.slips.SlipView.Undoing;
import com.pitstop.shared.process.CompensationFailed;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.RoutingSlipCancelled;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipPaused;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipResumed;
import com.pitstop.shared.process.RoutingSlipStarted;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.SignalReceived;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepResolved;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepSkipped;
import com.pitstop.shared.process.StepUndoRequested;

/** Keeps the row of each routing slip in step with what happened to it. */
@Component
@ProcessingGroup("processes")
class SlipProjection {

    private final SlipViewRepository slips;

    SlipProjection(SlipViewRepository slips) {
        this.slips = slips;
    }

    @EventHandler
    void on(
            RoutingSlipStarted event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageContext.CORRELATION_ID) @Nullable String correlationId) {
        slips.save(new SlipView(event, correlationId == null ? "" : correlationId, Moments.stored(at), version));
    }

    @EventHandler
    void on(StepRequested event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.open(event.step(), OpenSteps.WORKING));
    }

    @EventHandler
    void on(StepRetryScheduled event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.open(event.step(), OpenSteps.WAITING_RETRY));
    }

    @EventHandler
    void on(SignalAwaited event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.open(event.step(), OpenSteps.waitingFor(event.signal())));
    }

    @EventHandler
    void on(SignalReceived event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> {
            slip.set(event.data());
            slip.received(event.signal());
        });
    }

    @EventHandler
    void on(StepCompleted event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> {
            slip.set(event.variables());
            slip.close(event.step());
        });
    }

    @EventHandler
    void on(StepFailed event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.close(event.step()));
    }

    @EventHandler
    void on(StepSkipped event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.close(event.step()));
    }

    @EventHandler
    void on(StepResolved event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.close(event.step()));
    }

    @EventHandler
    void on(RoutingSlipPaused event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.paused(true, event.reason()));
    }

    @EventHandler
    void on(RoutingSlipResumed event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.paused(false, ""));
    }

    @EventHandler
    void on(CompensationStarted event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.undoes(Undoing.RUNNING, event.reason()));
    }

    /** Also after it had failed, when somebody tries again. */
    @EventHandler
    void on(StepUndoRequested event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.undoes(Undoing.RUNNING, event.reason()));
    }

    @EventHandler
    void on(CompensationFailed event, @SequenceNumber long version) {
        change(event.trackingNumber(), version, slip -> slip.undoes(Undoing.FAILED, event.reason()));
    }

    @EventHandler
    void on(RoutingSlipCompleted event, @SequenceNumber long version, @Timestamp Instant at) {
        end(event.trackingNumber(), SlipState.COMPLETED, "", version, at);
    }

    @EventHandler
    void on(RoutingSlipTerminated event, @SequenceNumber long version, @Timestamp Instant at) {
        end(event.trackingNumber(), SlipState.TERMINATED, event.reason(), version, at);
    }

    @EventHandler
    void on(RoutingSlipCompensated event, @SequenceNumber long version, @Timestamp Instant at) {
        end(event.trackingNumber(), SlipState.COMPENSATED, event.reason(), version, at);
    }

    @EventHandler
    void on(RoutingSlipCancelled event, @SequenceNumber long version, @Timestamp Instant at) {
        end(event.trackingNumber(), SlipState.CANCELLED, event.reason(), version, at);
    }

    @EventHandler
    void on(RoutingSlipResolved event, @SequenceNumber long version, @Timestamp Instant at) {
        end(event.trackingNumber(), SlipState.RESOLVED_MANUALLY, event.reason(), version, at);
    }

    @ResetHandler
    void reset() {
        slips.deleteAllInBatch();
    }

    private void end(UUID trackingNumber, SlipState state, String reason, long version, Instant at) {
        change(trackingNumber, version, slip -> slip.ends(state, reason, Moments.stored(at)));
    }

    private void change(UUID trackingNumber, long version, Consumer<SlipView> change) {
        var slip = slips.findById(trackingNumber)
                .orElseThrow(() -> new IllegalStateException(
                        "Routing slip %s changed but is not in the table".formatted(trackingNumber)));
        if (slip.isBefore(version)) {
            change.accept(slip);
            slip.changedBy(version);
            slips.save(slip);
        }
    }
}
