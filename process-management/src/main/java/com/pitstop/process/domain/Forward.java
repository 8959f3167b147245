package com.pitstop.process.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.ItineraryRevised;
import com.pitstop.shared.process.NoBranchTaken;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepSkipped;
import com.pitstop.shared.process.StepTimedOut;

/** The way of a slip along its itinerary: stage by stage, until the end or until a step fails for good. */
final class Forward {

    private final Turn turn;

    Forward(Turn turn) {
        this.turn = turn;
    }

    void go() {
        var before = -1;
        while (turn.slip().phase() == Phase.FORWARD && before < turn.events().size()) {
            before = turn.events().size();
            step();
        }
    }

    private void step() {
        var slip = turn.slip();
        var atHand = slip.atHand();
        if (atHand.isEmpty()) {
            turn.cancelAllTimers();
            turn.record(new RoutingSlipCompleted(turn.trackingNumber()));
            return;
        }
        var failed = atHand.stream()
                .filter(step -> step.is(StepState.FAILED) && !step.isTolerated())
                .findFirst();
        if (failed.isPresent() && !slip.mayBePastPivot()) {
            turn.backward().begin("%s failed".formatted(failed.get().name()), false);
            return;
        }
        atHand.forEach(this::push);
        noteThatNoneIsNeeded(atHand);
    }

    /** Steps side by side that all have a condition are branches. That none of them is taken is seldom what was meant. */
    private void noteThatNoneIsNeeded(List<Step> branches) {
        var names = branches.stream().map(Step::name).toList();
        if (branches.size() > 1
                && branches.stream().allMatch(Forward::isUndecided)
                && names.stream().allMatch(name -> turn.slip().step(name).is(StepState.SKIPPED))) {
            turn.record(new NoBranchTaken(turn.trackingNumber(), names));
        }
    }

    private static boolean isUndecided(Step step) {
        return step.is(StepState.PENDING) && !step.spec().condition().isEmpty();
    }

    private void push(Step step) {
        switch (step.state()) {
            case PENDING -> begin(step);
            case WAITING_RETRY -> {
                if (!turn.slip().hasTimer(step.name(), Timer.Purpose.RETRY)) {
                    request(step);
                }
            }
            case OUTCOME_UNKNOWN -> {
                if (step.open().isEmpty() && !turn.slip().hasTimer(step.name(), Timer.Purpose.RETRY)) {
                    ask(step);
                }
            }
            case WAITING_SIGNAL -> look(step);
            case FAILED -> callForHelp(step, "It failed beside the pivot");
            default -> {
                // its participant, or a person, is on it
            }
        }
    }

    private void begin(Step step) {
        var condition = step.spec().condition();
        if (turn.terms().conditions().hold(condition, turn.slip().variables())) {
            request(step);
        } else {
            turn.record(
                    new StepSkipped(turn.trackingNumber(), step.name(), "It is not so that %s".formatted(condition)));
        }
    }

    private void request(Step step) {
        var spec = step.spec();
        var leftAlone = turn.terms().participants().leftAloneUntil(spec.participant(), turn.now());
        if (leftAlone.isPresent()) {
            turn.record(new StepRetryScheduled(
                    turn.trackingNumber(),
                    step.name(),
                    step.used(),
                    leftAlone.get(),
                    Turn.whyLeftAlone(spec.participant(), leftAlone.get()),
                    false));
            turn.set(Timer.Purpose.RETRY, step, leftAlone.get());
            return;
        }
        var answerBy = turn.now().plusMillis(spec.timeout());
        turn.record(new StepRequested(
                turn.trackingNumber(),
                turn.keyOf(step, ""),
                step.name(),
                step.used() + 1,
                spec.participant(),
                spec.activity(),
                Templates.fill(spec.arguments(), turn.slip().variables()),
                answerBy));
        turn.set(Timer.Purpose.TIMEOUT, step, answerBy);
    }

    /** Also one that fails again and again is asked what became of a step, but not one that is paused. */
    private void ask(Step step) {
        var spec = step.spec();
        var leftAlone = turn.terms().participants().leftAloneUntil(spec.participant(), turn.now());
        if (leftAlone.filter(Participants.UNTIL_RESUMED::equals).isPresent()) {
            turn.set(Timer.Purpose.RETRY, step, Participants.UNTIL_RESUMED);
            return;
        }
        turn.record(new StepOutcomeAsked(
                turn.trackingNumber(),
                turn.keyOf(step, "asked:"),
                step.name(),
                spec.participant(),
                spec.activity(),
                step.arguments()));
        turn.set(Timer.Purpose.TIMEOUT, step, turn.now().plusMillis(spec.timeout()));
    }

    private void look(Step step) {
        var came = turn.slip().cameFor(step);
        if (came.isPresent()) {
            turn.cancelTimersOf(step);
            if (step.awaited().equals(step.spec().choice())) {
                request(step);
            } else {
                var data = Turn.together(step.data(), came.get());
                turn.record(new StepCompleted(turn.trackingNumber(), step.name(), "", data, data));
            }
        } else if (!turn.slip().hasTimer(step.name(), Timer.Purpose.SIGNAL)) {
            miss(step);
        }
    }

    /** Who may do without a step may do without the signal behind it, but not without the step. */
    private void miss(Step step) {
        if (step.spec().tolerated() && !step.awaited().equals(step.spec().choice())) {
            turn.record(new StepCompleted(turn.trackingNumber(), step.name(), "", step.data(), step.data()));
        } else {
            fail(step, "", "%s did not come in time".formatted(step.awaited()));
        }
    }

    void take(Step step, Answer answer) {
        switch (answer.outcome()) {
            case COMPLETED -> complete(step, answer);
            case TERMINATED -> terminate(step, answer);
            case REVISED -> revise(step, answer);
            case REFUSED -> refuse(step, answer);
            case DELAYED -> delay(step, answer);
            case FAILED_FOR_NOW -> failedForNow(step, answer);
            case NOT_DONE -> notDone(step, answer);
        }
    }

    private void complete(Step step, Answer answer) {
        var made = Turn.together(answer.data(), answer.variables());
        if (step.spec().signal().isEmpty()) {
            turn.record(new StepCompleted(turn.trackingNumber(), step.name(), answer.stepKey(), answer.data(), made));
        } else {
            await(step, step.spec().signal(), step.spec().signalWithin(), made);
        }
    }

    private void await(Step step, String signal, String within, Map<String, Object> offer) {
        var until = turn.terms().deadlines().after(turn.now(), within);
        turn.record(new SignalAwaited(turn.trackingNumber(), step.name(), signal, until, offer));
        turn.set(Timer.Purpose.SIGNAL, step, until);
    }

    private void terminate(Step step, Answer answer) {
        turn.record(new StepCompleted(
                turn.trackingNumber(),
                step.name(),
                answer.stepKey(),
                answer.data(),
                Turn.together(answer.data(), answer.variables())));
        turn.cancelAllTimers();
        turn.record(new RoutingSlipTerminated(turn.trackingNumber(), answer.message()));
    }

    private void revise(Step step, Answer answer) {
        if (turn.slip().clashesWith(answer.rest())) {
            fail(step, "step-name-free", "Its new itinerary names a step that the slip has already");
            return;
        }
        complete(step, answer);
        turn.record(new ItineraryRevised(
                turn.trackingNumber(),
                answer.rest().stream()
                        .map(next ->
                                next.as(next.name(), next.stage() + step.spec().stage()))
                        .toList(),
                answer.message()));
    }

    private void refuse(Step step, Answer answer) {
        if (step.spec().choice().isEmpty()) {
            fail(step, answer.rule().isEmpty() ? "refused" : answer.rule(), answer.message());
        } else {
            await(step, step.spec().choice(), step.spec().choiceWithin(), answer.data());
        }
    }

    private void delay(Step step, Answer answer) {
        if (step.is(StepState.OUTCOME_UNKNOWN)) {
            failedForNow(step, answer);
        } else {
            var at = answer.delay().isZero()
                    ? backoff(step, step.requests())
                    : turn.now().plus(answer.delay());
            tryAt(step, step.used(), at, answer.message(), false);
        }
    }

    /** What became of the step is unknown as before when its participant cannot even say that. */
    private void failedForNow(Step step, Answer answer) {
        if (step.is(StepState.OUTCOME_UNKNOWN)) {
            turn.record(new StepTimedOut(turn.trackingNumber(), step.name(), answer.stepKey()));
            askLater(turn.slip().step(step.name()), answer.message());
        } else {
            tryLaterOrFail(step, step.used() + 1, answer);
        }
    }

    /** That the attempt came to nothing was counted when it timed out. */
    private void notDone(Step step, Answer answer) {
        tryLaterOrFail(step, step.is(StepState.OUTCOME_UNKNOWN) ? step.used() : step.used() + 1, answer);
    }

    private void tryLaterOrFail(Step step, int used, Answer answer) {
        if (used >= step.spec().maxAttempts()) {
            fail(step, "", answer.message());
        } else {
            var delay = answer.delay();
            var at = delay.isZero() ? backoff(step, used) : turn.now().plus(delay);
            tryAt(step, used, at, answer.message(), true);
        }
    }

    private Instant backoff(Step step, int times) {
        var spec = step.spec();
        return turn.after(times, spec.firstWait(), spec.waitFactor(), spec.longestWait());
    }

    private void tryAt(Step step, int used, Instant at, String message, boolean counts) {
        turn.record(new StepRetryScheduled(turn.trackingNumber(), step.name(), used, at, message, counts));
        turn.set(Timer.Purpose.RETRY, step, at);
    }

    /** Asks again until the attempts are used up. */
    void askLater(Step step, String message) {
        if (step.used() >= step.spec().maxAttempts()) {
            fail(step, "", message);
        } else {
            turn.set(Timer.Purpose.RETRY, step, backoff(step, step.used()));
        }
    }

    void fail(Step step, String rule, String message) {
        turn.cancelTimersOf(step);
        turn.record(new StepFailed(
                turn.trackingNumber(),
                step.name(),
                step.open(),
                rule,
                message,
                step.spec().tolerated()));
        callForHelp(step, message);
    }

    /** Past the pivot nothing is undone: a person has to see to it. */
    private void callForHelp(Step step, String message) {
        var slip = turn.slip();
        if (slip.isPastPivot() && !step.spec().tolerated() && !slip.incidents().containsValue(step.name())) {
            turn.record(new IncidentOpened(
                    turn.trackingNumber(), "step-failed:" + step.name(), step.name(), "step-failed", message));
        }
    }
}
