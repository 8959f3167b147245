package com.pitstop.process.domain;

import java.util.List;
import java.util.Map;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.process.IncidentResolved;
import com.pitstop.shared.process.ItineraryRevised;
import com.pitstop.shared.process.RoutingSlipCalledOff;
import com.pitstop.shared.process.RoutingSlipPaused;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipResumed;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepHastened;
import com.pitstop.shared.process.StepResolved;
import com.pitstop.shared.process.StepSkipped;

/** What may be done with a slip from outside: by operators, and because of what happens elsewhere. */
final class Wishes {

    private final Turn turn;

    Wishes(Turn turn) {
        this.turn = turn;
    }

    void pause(String reason) {
        requireUnderWay();
        if (!turn.slip().paused()) {
            turn.record(new RoutingSlipPaused(turn.trackingNumber(), reason));
        }
    }

    void resume(String reason) {
        if (turn.slip().paused()) {
            turn.record(new RoutingSlipResumed(turn.trackingNumber(), reason));
            turn.go();
        }
    }

    void cancel(String reason) {
        if (turn.slip().ending() == Ending.CANCELLED) {
            return;
        }
        requireUnderWay();
        requireForward();
        if (turn.slip().mayBePastPivot()) {
            throw new RuleViolatedException("before-pivot", "It has come too far to be undone, or may have");
        }
        turn.backward().begin(reason, true);
        resume(reason);
        turn.go();
    }

    /** What it was for is gone. What was done stays once the pivot is past; otherwise it is undone. */
    void callOff(String reason) {
        if (turn.slip().ending() == Ending.TERMINATED) {
            return;
        }
        requireUnderWay();
        requireForward();
        if (turn.slip().isPastPivot()) {
            turn.cancelAllTimers();
            settleAll("called off", reason);
            turn.record(new RoutingSlipTerminated(turn.trackingNumber(), reason));
        } else {
            turn.record(new RoutingSlipCalledOff(turn.trackingNumber(), reason));
            turn.backward().begin(reason, false);
            resume(reason);
            turn.go();
        }
    }

    void retry(String name, String reason) {
        var step = turn.slip().step(name);
        if (step.is(StepState.WAITING_RETRY)
                || (step.is(StepState.COMPENSATING) && step.open().isEmpty())) {
            turn.record(new StepHastened(turn.trackingNumber(), name, reason));
            turn.cancelTimersOf(step);
        } else {
            requireIncident(step);
            settle(step, "retried", reason);
        }
        turn.go();
    }

    void skip(String name, String reason) {
        var step = turn.slip().step(name);
        if (step.is(StepState.WAITING_RETRY)) {
            turn.cancelTimersOf(step);
            turn.record(new StepSkipped(turn.trackingNumber(), name, reason));
        } else {
            requireIncident(step);
            turn.record(
                    step.is(StepState.FAILED)
                            ? new StepSkipped(turn.trackingNumber(), name, reason)
                            : new StepResolved(turn.trackingNumber(), name, reason));
            settle(step, "skipped", reason);
        }
        goOn();
    }

    void complete(String name, Map<String, Object> data, String reason) {
        var step = turn.slip().step(name);
        requireIncident(step);
        turn.record(
                step.is(StepState.FAILED)
                        ? new StepCompleted(turn.trackingNumber(), name, "", data, data)
                        : new StepResolved(turn.trackingNumber(), name, reason));
        settle(step, "completed", reason);
        goOn();
    }

    void resolve(String reason) {
        requireUnderWayOrStranded();
        turn.cancelAllTimers();
        settleAll("resolved", reason);
        turn.record(new RoutingSlipResolved(turn.trackingNumber(), reason));
    }

    void revise(List<SlipStep> rest, String reason) {
        requireUnderWay();
        requireForward();
        if (turn.slip().clashesWith(rest)) {
            throw new RuleViolatedException("step-name-free", "Every step of a slip has a name of its own");
        }
        turn.record(new ItineraryRevised(turn.trackingNumber(), rest, reason));
        turn.go();
    }

    /** When the last undo that had failed is settled, the slip has an end after all. */
    private void goOn() {
        if (turn.slip().phase() == Phase.STRANDED
                && turn.slip().in(StepState.COMPENSATION_FAILED).findAny().isEmpty()) {
            turn.backward().end();
        }
        turn.go();
    }

    private void settle(Step step, String resolution, String reason) {
        turn.slip().incidents().entrySet().stream()
                .filter(incident -> incident.getValue().equals(step.name()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(incident ->
                        turn.record(new IncidentResolved(turn.trackingNumber(), incident, resolution, reason)));
    }

    private void settleAll(String resolution, String reason) {
        List.copyOf(turn.slip().incidents().keySet()).stream()
                .sorted()
                .forEach(incident ->
                        turn.record(new IncidentResolved(turn.trackingNumber(), incident, resolution, reason)));
    }

    private void requireIncident(Step step) {
        if (turn.slip().phase() == Phase.ENDED || !turn.slip().incidents().containsValue(step.name())) {
            throw new RuleViolatedException("step-failed", "Nobody has to see to %s".formatted(step.name()));
        }
    }

    private void requireUnderWay() {
        requireUnderWayOrStranded();
        if (turn.slip().phase() == Phase.STRANDED) {
            throw new RuleViolatedException("slip-running", "It waits for somebody to see to its incidents");
        }
    }

    private void requireUnderWayOrStranded() {
        if (turn.slip().phase() == Phase.ENDED) {
            throw new RuleViolatedException("slip-running", "It has ended");
        }
    }

    private void requireForward() {
        if (turn.slip().phase() != Phase.FORWARD) {
            throw new RuleViolatedException("slip-running", "It is being undone");
        }
    }
}
