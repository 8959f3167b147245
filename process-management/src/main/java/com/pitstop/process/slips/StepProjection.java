package com.pitstop.process.slips;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.ItineraryRevised;
import com.pitstop.shared.process.RoutingSlipCancelled;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipStarted;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepResolved;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepSkipped;
import com.pitstop.shared.process.StepTimedOut;
import com.pitstop.shared.process.StepUndoFailed;
import com.pitstop.shared.process.StepUndoRequested;
import com.pitstop.shared.process.StepUndoRetryScheduled;
import com.pitstop.shared.process.StepUndone;

/** Keeps the steps of each routing slip in step with what happened to them. */
@Component
@ProcessingGroup("processes")
class StepProjection {

    private final StepViewRepository steps;

    StepProjection(StepViewRepository steps) {
        this.steps = steps;
    }

    // A replay begins with an empty table, and rows and position commit together: no need to look then.
    @EventHandler
    void on(RoutingSlipStarted event, @SequenceNumber long version, ReplayStatus replay) {
        if (replay.isReplay() || isNew(event)) {
            add(event.trackingNumber(), event.itinerary(), 0, version);
        }
    }

    @EventHandler
    void on(StepRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        change(event.trackingNumber(), event.step(), version, step -> step.asked(event.attempt(), Moments.stored(at)));
    }

    @EventHandler
    void on(StepTimedOut event, @SequenceNumber long version) {
        change(event.trackingNumber(), event.step(), version, StepView::timedOut);
    }

    @EventHandler
    void on(StepRetryScheduled event, @SequenceNumber long version) {
        change(event.trackingNumber(), event.step(), version, step -> step.waits(event));
    }

    @EventHandler
    void on(StepCompleted event, @SequenceNumber long version, @Timestamp Instant at) {
        change(
                event.trackingNumber(),
                event.step(),
                version,
                step -> step.completed(event.data(), version, Moments.stored(at)));
    }

    @EventHandler
    void on(StepFailed event, @SequenceNumber long version, @Timestamp Instant at) {
        change(event.trackingNumber(), event.step(), version, step -> step.failed(event.message(), Moments.stored(at)));
    }

    @EventHandler
    void on(StepSkipped event, @SequenceNumber long version, @Timestamp Instant at) {
        change(event.trackingNumber(), event.step(), version, step -> step.skipped(Moments.stored(at)));
    }

    @EventHandler
    void on(StepResolved event, @SequenceNumber long version, @Timestamp Instant at) {
        change(
                event.trackingNumber(),
                event.step(),
                version,
                step -> step.ends(StepState.RESOLVED_MANUALLY, Moments.stored(at)));
    }

    @EventHandler
    void on(StepUndoRequested event, @SequenceNumber long version) {
        change(event.trackingNumber(), event.step(), version, step -> step.undoAsked(event.attempt()));
    }

    @EventHandler
    void on(StepUndoRetryScheduled event, @SequenceNumber long version) {
        change(event.trackingNumber(), event.step(), version, step -> step.undoWaits(event.at(), event.message()));
    }

    @EventHandler
    void on(StepUndone event, @SequenceNumber long version) {
        change(event.trackingNumber(), event.step(), version, StepView::undone);
    }

    @EventHandler
    void on(StepUndoFailed event, @SequenceNumber long version) {
        change(event.trackingNumber(), event.step(), version, step -> step.undoFailed(event.message()));
    }

    @EventHandler
    void on(ItineraryRevised event, @SequenceNumber long version) {
        var all = of(event.trackingNumber());
        if (all.stream().allMatch(step -> step.isBefore(version))) {
            var begun = all.stream()
                    .filter(step -> step.state() != StepState.PENDING)
                    .toList();
            var pending = all.stream()
                    .filter(step -> step.state() == StepState.PENDING)
                    .toList();
            var behind =
                    begun.stream().mapToInt(step -> step.position() + 1).max().orElse(0);
            replace(event, pending, behind, version);
        }
    }

    @EventHandler
    void on(CompensationStarted event, @SequenceNumber long version, @Timestamp Instant at) {
        cancelRest(event.trackingNumber(), version, at);
    }

    @EventHandler
    void on(RoutingSlipTerminated event, @SequenceNumber long version, @Timestamp Instant at) {
        cancelAll(event.trackingNumber(), version, at);
    }

    @EventHandler
    void on(RoutingSlipCancelled event, @SequenceNumber long version, @Timestamp Instant at) {
        cancelAll(event.trackingNumber(), version, at);
    }

    @EventHandler
    void on(RoutingSlipCompensated event, @SequenceNumber long version, @Timestamp Instant at) {
        cancelAll(event.trackingNumber(), version, at);
    }

    @EventHandler
    void on(RoutingSlipResolved event, @SequenceNumber long version, @Timestamp Instant at) {
        cancelAll(event.trackingNumber(), version, at);
    }

    @ResetHandler
    void reset() {
        steps.deleteAllInBatch();
    }

    /** What will not be begun any more. */
    private void cancelRest(UUID trackingNumber, long version, Instant at) {
        cancel(trackingNumber, step -> step.state() == StepState.PENDING, version, at);
    }

    /** Also what has begun: its answer would change nothing. */
    private void cancelAll(UUID trackingNumber, long version, Instant at) {
        cancel(
                trackingNumber,
                step -> step.state() == StepState.PENDING || step.state().isOpen(),
                version,
                at);
    }

    private void cancel(UUID trackingNumber, Predicate<StepView> which, long version, Instant at) {
        of(trackingNumber).stream()
                .filter(which)
                .filter(step -> step.isBefore(version))
                .forEach(step -> {
                    step.ends(StepState.CANCELLED, Moments.stored(at));
                    step.changedBy(version);
                });
    }

    /** A step of the same name keeps its row: within a transaction inserts come before deletes. */
    private void replace(ItineraryRevised event, List<StepView> pending, int behind, long version) {
        var left = pending.stream().collect(Collectors.toMap(StepView::name, step -> step));
        var position = behind;
        for (var step : event.rest()) {
            var row = left.remove(step.name());
            if (row == null) {
                steps.save(new StepView(event.trackingNumber(), step, position, version));
            } else {
                row.plan(step, position);
                row.changedBy(version);
            }
            position++;
        }
        steps.deleteAll(left.values());
    }

    private void add(UUID trackingNumber, List<SlipStep> itinerary, int from, long version) {
        for (var i = 0; i < itinerary.size(); i++) {
            steps.save(new StepView(trackingNumber, itinerary.get(i), from + i, version));
        }
    }

    /** By the key of one step: a query would first write down what the batch has changed so far. */
    private boolean isNew(RoutingSlipStarted event) {
        return event.itinerary().stream()
                .findFirst()
                .map(first -> new StepKey(event.trackingNumber(), first.name()))
                .filter(first -> steps.findById(first).isPresent())
                .isEmpty();
    }

    private List<StepView> of(UUID trackingNumber) {
        return steps.findByTrackingNumberOrderByPosition(trackingNumber);
    }

    private void change(UUID trackingNumber, String name, long version, Consumer<StepView> change) {
        var step = steps.findById(new StepKey(trackingNumber, name))
                .orElseThrow(() -> new IllegalStateException(
                        "Step %s of routing slip %s changed but is not in the table".formatted(name, trackingNumber)));
        if (step.isBefore(version)) {
            change.accept(step);
            step.changedBy(version);
            steps.save(step);
        }
    }
}
