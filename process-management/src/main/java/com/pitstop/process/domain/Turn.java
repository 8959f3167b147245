package com.pitstop.process.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.process.AnswerIgnored;
import com.pitstop.shared.process.RoutingSlipStarted;
import com.pitstop.shared.process.SignalReceived;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepTimedOut;
import com.pitstop.shared.process.TimerCancelled;
import com.pitstop.shared.process.TimerFired;
import com.pitstop.shared.process.TimerSet;

/**
 * What follows from one command: the events that happen, each decided on the slip as the ones before have left it. What
 * comes from outside is taken in here; {@link Forward} and {@link Backward} say what is to be done then.
 */
final class Turn {

    private final UUID trackingNumber;
    private final SlipTerms terms;
    private final Instant now;
    private final List<Object> events = new ArrayList<>();
    private final Forward forward = new Forward(this);
    private final Backward backward = new Backward(this);
    private Slip slip;

    Turn(UUID trackingNumber, Slip slip, SlipTerms terms) {
        this.trackingNumber = trackingNumber;
        this.slip = slip;
        this.terms = terms;
        this.now = terms.clock().instant();
    }

    List<Object> events() {
        return List.copyOf(events);
    }

    Slip slip() {
        return slip;
    }

    UUID trackingNumber() {
        return trackingNumber;
    }

    SlipTerms terms() {
        return terms;
    }

    Instant now() {
        return now;
    }

    Forward forward() {
        return forward;
    }

    Backward backward() {
        return backward;
    }

    void start(String process, int version, List<SlipStep> itinerary, Map<String, Object> variables) {
        record(new RoutingSlipStarted(trackingNumber, process, version, itinerary, variables));
        go();
    }

    /** What was answered before is not news, however often it is told. */
    void take(Answer answer) {
        if (slip.answered().contains(answer.stepKey())) {
            return;
        }
        var waiting = slip.waitingFor(answer.stepKey());
        if (waiting.isEmpty()) {
            record(new AnswerIgnored(
                    trackingNumber,
                    answer.stepKey(),
                    answer.outcome().name(),
                    "It came when nobody waited for it any more"));
            return;
        }
        var step = waiting.get();
        cancelTimersOf(step);
        if (step.is(StepState.COMPENSATING)) {
            backward.take(step, answer);
        } else {
            forward.take(step, answer);
        }
        go();
    }

    void fire(String timerId) {
        var timer = slip.timers().get(timerId);
        if (timer == null) {
            return; // it was cancelled, or has fired
        }
        record(new TimerFired(trackingNumber, timerId));
        if (timer.purpose() == Timer.Purpose.TIMEOUT) {
            timeOut(slip.step(timer.step()));
        }
        go();
    }

    void receive(String signal, Map<String, Object> data) {
        requireAwaited(signal);
        if (!slip.came(signal).contains(data) && !isOldNews(signal, data)) {
            record(new SignalReceived(trackingNumber, signal, data));
            go();
        }
    }

    /** What a step waits for will not come. */
    void deny(String signal, Map<String, Object> data, String reason) {
        requireAwaited(signal);
        slip.in(StepState.WAITING_SIGNAL)
                .filter(step -> step.isNamedBy(signal, data))
                .forEach(step -> forward.fail(step, "", reason));
        go();
    }

    /** As far as it goes without anybody's answer. */
    void go() {
        if (slip.paused()) {
            return;
        }
        if (slip.phase() == Phase.FORWARD) {
            forward.go();
        }
        if (slip.phase() == Phase.COMPENSATING) {
            backward.go();
        }
    }

    void record(Object event) {
        events.add(event);
        slip = Progress.after(slip, event);
    }

    String keyOf(Step step, String kind) {
        return "%s:%s:%s%d".formatted(trackingNumber, step.name(), kind, step.requests() + 1);
    }

    void set(Timer.Purpose purpose, Step step, Instant dueAt) {
        var timerId = "%s:%s:%d".formatted(purpose.word(), step.name(), step.requests() + 1);
        record(new TimerSet(trackingNumber, timerId, purpose.word(), step.name(), dueAt));
    }

    void cancelTimersOf(Step step) {
        cancelTimers(timer -> timer.step().equals(step.name()));
    }

    void cancelAllTimers() {
        cancelTimers(timer -> true);
    }

    private void cancelTimers(java.util.function.Predicate<Timer> which) {
        slip.timers().entrySet().stream()
                .filter(timer -> which.test(timer.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList()
                .forEach(timerId -> record(new TimerCancelled(trackingNumber, timerId)));
    }

    /** The more attempts came to nothing, the longer; and never all at the same moment. */
    Instant after(int used, long firstWait, double factor, long longestWait) {
        var wait = Math.min((double) longestWait, (double) firstWait * Math.pow(factor, Math.max(0, used - 1)));
        return now.plus(
                Duration.ofMillis(Math.round(wait * (1 + 0.1 * terms.chance().getAsDouble()))));
    }

    static String whyLeftAlone(String participant, Instant until) {
        return (until.equals(Participants.UNTIL_RESUMED) ? "%s is paused" : "%s is left alone for a while")
                .formatted(participant);
    }

    static Map<String, Object> together(Map<String, Object> values, Map<String, Object> more) {
        var all = new HashMap<>(values);
        all.putAll(more);
        return Map.copyOf(all);
    }

    private void timeOut(Step step) {
        record(new StepTimedOut(trackingNumber, step.name(), step.open()));
        if (step.is(StepState.COMPENSATING)) {
            backward.tryLater(slip.step(step.name()), step.used() + 1, "No answer came", Duration.ZERO);
        } else if (step.is(StepState.OUTCOME_UNKNOWN)) {
            forward.askLater(slip.step(step.name()), "Nobody says whether it was done");
        }
    }

    /** Whoever tells may tell again, to a slip that has gone on since. */
    private boolean isOldNews(String signal, Map<String, Object> data) {
        return !slip.namesNobody(signal, data)
                && slip.steps().stream()
                        .filter(step -> step.isNamedBy(signal, data))
                        .allMatch(Step::isOver);
    }

    private void requireAwaited(String signal) {
        var steps = slip.steps().stream()
                .filter(step -> step.spec().signal().equals(signal)
                        || step.spec().choice().equals(signal))
                .toList();
        if (signal.isEmpty() || steps.isEmpty()) {
            throw new NotFoundException("signal", "This slip waits for no %s at any time".formatted(signal));
        }
        if (slip.phase() != Phase.FORWARD || steps.stream().allMatch(Step::isOver)) {
            throw new RuleViolatedException("signal-in-time", "It is too late for %s".formatted(signal));
        }
    }
}
