package com.pitstop.process.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

import com.pitstop.shared.process.CompensationFailed;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.RoutingSlipCancelled;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.StepUndoFailed;
import com.pitstop.shared.process.StepUndoRequested;
import com.pitstop.shared.process.StepUndoRetryScheduled;
import com.pitstop.shared.process.StepUndone;

/**
 * The way back: what may have been done is undone, stage by stage, the last first. An undo of what was never done
 * finds nothing and is fine, so that whatever was asked for and not refused is asked to be undone, known or not.
 */
final class Backward {

    private static final int MOST_ATTEMPTS = 10;
    private static final long FIRST_WAIT = 2_000;
    private static final double FACTOR = 2;
    private static final long LONGEST_WAIT = 300_000;

    private final Turn turn;

    Backward(Turn turn) {
        this.turn = turn;
    }

    void begin(String reason, boolean cancelled) {
        turn.cancelAllTimers();
        var steps = turn.slip().steps().stream()
                .filter(Step::mayHaveDoneSomething)
                .sorted(Comparator.comparingInt((Step step) -> -step.spec().stage()))
                .map(Step::name)
                .toList();
        turn.record(new CompensationStarted(turn.trackingNumber(), reason, cancelled, steps));
    }

    void go() {
        turn.slip().undoAtHand().stream()
                .filter(step -> step.open().isEmpty())
                .filter(step -> !turn.slip().hasTimer(step.name(), Timer.Purpose.RETRY))
                .forEach(this::request);
        if (turn.slip().in(StepState.COMPENSATING).findAny().isEmpty()) {
            end();
        }
    }

    private void request(Step step) {
        var spec = step.spec();
        var leftAlone = turn.terms().participants().leftAloneUntil(spec.participant(), turn.now());
        if (leftAlone.isPresent()) {
            schedule(step, step.used(), leftAlone.get(), Turn.whyLeftAlone(spec.participant(), leftAlone.get()));
            return;
        }
        var answerBy = turn.now().plusMillis(spec.timeout());
        turn.record(new StepUndoRequested(
                turn.trackingNumber(),
                turn.keyOf(step, "undo:"),
                step.name(),
                step.used() + 1,
                spec.participant(),
                spec.activity(),
                step.arguments(),
                step.data(),
                turn.slip().reason(),
                answerBy));
        turn.set(Timer.Purpose.TIMEOUT, step, answerBy);
    }

    void take(Step step, Answer answer) {
        switch (answer.outcome()) {
            case COMPLETED, TERMINATED, REVISED ->
                undone(step, answer, !Boolean.FALSE.equals(answer.data().get("found")));
            case NOT_DONE -> undone(step, answer, false);
            case REFUSED -> fail(step, answer.message());
            case DELAYED -> schedule(step, step.used(), turn.now().plus(answer.delay()), answer.message());
            case FAILED_FOR_NOW -> tryLater(step, step.used() + 1, answer.message(), answer.delay());
        }
    }

    void tryLater(Step step, int used, String message, Duration delay) {
        if (used >= MOST_ATTEMPTS) {
            fail(step, message);
        } else {
            schedule(
                    step,
                    used,
                    delay.isZero()
                            ? turn.after(used, FIRST_WAIT, FACTOR, LONGEST_WAIT)
                            : turn.now().plus(delay),
                    message);
        }
    }

    private void schedule(Step step, int used, Instant at, String message) {
        turn.record(new StepUndoRetryScheduled(turn.trackingNumber(), step.name(), used, at, message));
        turn.set(Timer.Purpose.RETRY, step, at);
    }

    private void undone(Step step, Answer answer, boolean found) {
        turn.record(new StepUndone(turn.trackingNumber(), step.name(), answer.stepKey(), found));
    }

    private void fail(Step step, String message) {
        var trackingNumber = turn.trackingNumber();
        turn.record(new StepUndoFailed(trackingNumber, step.name(), step.open(), message));
        turn.record(
                new IncidentOpened(trackingNumber, "undo-failed:" + step.name(), step.name(), "undo-failed", message));
    }

    void end() {
        var slip = turn.slip();
        var trackingNumber = turn.trackingNumber();
        if (slip.in(StepState.COMPENSATION_FAILED).findAny().isPresent()) {
            turn.record(new CompensationFailed(trackingNumber, slip.reason()));
        } else {
            turn.record(
                    switch (slip.ending()) {
                        case COMPENSATED -> new RoutingSlipCompensated(trackingNumber, slip.reason());
                        case CANCELLED -> new RoutingSlipCancelled(trackingNumber, slip.reason());
                        case TERMINATED -> new RoutingSlipTerminated(trackingNumber, slip.reason());
                    });
        }
    }
}
