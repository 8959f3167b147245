package com.pitstop.process.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import com.pitstop.shared.process.AnswerIgnored;
import com.pitstop.shared.process.CompensationFailed;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.IncidentResolved;
import com.pitstop.shared.process.ItineraryRevised;
import com.pitstop.shared.process.NoBranchTaken;
import com.pitstop.shared.process.RoutingSlipCalledOff;
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
import com.pitstop.shared.process.StepHastened;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepResolved;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepSkipped;
import com.pitstop.shared.process.StepTimedOut;
import com.pitstop.shared.process.StepUndoFailed;
import com.pitstop.shared.process.StepUndoRequested;
import com.pitstop.shared.process.StepUndoRetryScheduled;
import com.pitstop.shared.process.StepUndone;
import com.pitstop.shared.process.TimerCancelled;
import com.pitstop.shared.process.TimerFired;
import com.pitstop.shared.process.TimerSet;

/** What each event makes of a slip. */
final class Progress {

    private static final Map<Class<?>, BiFunction<Slip, Object, Slip>> CHANGES = new HashMap<>();

    static {
        on(
                RoutingSlipStarted.class,
                (slip, event) -> slip.with(
                                event.itinerary().stream().map(Step::of).toList())
                        .set(event.variables()));
        on(RoutingSlipPaused.class, (slip, event) -> slip.paused(true));
        on(RoutingSlipResumed.class, (slip, event) -> slip.paused(false));
        on(RoutingSlipCompleted.class, (slip, event) -> slip.to(Phase.ENDED, ""));
        on(RoutingSlipTerminated.class, (slip, event) -> givenUp(slip).to(Phase.ENDED, event.reason()));
        on(RoutingSlipCompensated.class, (slip, event) -> slip.to(Phase.ENDED, event.reason()));
        on(RoutingSlipCancelled.class, (slip, event) -> slip.to(Phase.ENDED, event.reason()));
        on(RoutingSlipResolved.class, (slip, event) -> givenUp(slip).to(Phase.ENDED, event.reason()));
        on(RoutingSlipCalledOff.class, (slip, event) -> slip.ending(Ending.TERMINATED));
        on(NoBranchTaken.class, (slip, event) -> slip);
        on(CompensationStarted.class, Progress::compensate);
        on(CompensationFailed.class, (slip, event) -> slip.to(Phase.STRANDED, event.reason()));
        on(
                ItineraryRevised.class,
                (slip, event) -> slip.revise(event.rest().stream().map(Step::of).toList()));
        steps();
        undos();
        whatIsWaitedFor();
    }

    private Progress() {}

    static Slip after(Slip slip, Object event) {
        var change = CHANGES.get(event.getClass());
        if (change == null) {
            throw new IllegalArgumentException("No slip knows what becomes of it by " + event);
        }
        return change.apply(slip, event);
    }

    private static void steps() {
        on(
                StepRequested.class,
                (slip, event) -> used(slip, event.step())
                        .change(
                                event.step(),
                                step -> step.asked(StepState.RUNNING, event.stepKey(), event.arguments())));
        on(
                StepOutcomeAsked.class,
                (slip, event) -> slip.change(
                        event.step(),
                        step -> step.asked(StepState.OUTCOME_UNKNOWN, event.stepKey(), event.arguments())));
        on(StepTimedOut.class, (slip, event) -> slip.change(event.step(), Progress::timedOut));
        on(
                StepCompleted.class,
                (slip, event) -> over(
                                used(slip, event.step()),
                                event.step(),
                                step -> step.to(StepState.COMPLETED).with(event.data()))
                        .set(event.variables()));
        on(StepSkipped.class, (slip, event) -> over(slip, event.step(), step -> step.to(StepState.SKIPPED)));
        on(
                StepFailed.class,
                (slip, event) -> over(
                                used(slip, event.step()),
                                event.step(),
                                step -> step.to(StepState.FAILED)
                                        .refused(!event.rule().isEmpty()))
                        .set(Failures.by(event, slip.variables())));
        on(
                StepRetryScheduled.class,
                (slip, event) -> over(
                        slip,
                        event.step(),
                        step -> step.to(StepState.WAITING_RETRY).used(event.attempt())));
        on(StepHastened.class, (slip, event) -> slip);
        on(StepResolved.class, (slip, event) -> over(slip, event.step(), step -> step.to(StepState.RESOLVED_MANUALLY)));
    }

    private static void undos() {
        on(
                StepUndoRequested.class,
                (slip, event) -> slip.change(
                        event.step(), step -> step.asked(StepState.COMPENSATING, event.stepKey(), event.arguments())));
        on(StepUndone.class, (slip, event) -> over(slip, event.step(), step -> step.to(StepState.COMPENSATED)));
        on(
                StepUndoRetryScheduled.class,
                (slip, event) -> over(
                        slip,
                        event.step(),
                        step -> step.to(StepState.COMPENSATING).used(event.attempt())));
        on(
                StepUndoFailed.class,
                (slip, event) -> over(slip, event.step(), step -> step.to(StepState.COMPENSATION_FAILED)));
    }

    private static void whatIsWaitedFor() {
        on(AnswerIgnored.class, (slip, event) -> slip.answered(event.stepKey()));
        on(
                SignalAwaited.class,
                (slip, event) -> over(slip, event.step(), step -> step.awaiting(event.signal(), event.offer())));
        on(
                SignalReceived.class,
                (slip, event) -> slip.keep(event.signal(), event.data()).set(event.data()));
        on(
                TimerSet.class,
                (slip, event) -> slip.set(
                        event.timerId(), new Timer(Timer.Purpose.of(event.purpose()), event.step(), event.dueAt())));
        on(TimerFired.class, (slip, event) -> slip.withoutTimer(event.timerId()));
        on(TimerCancelled.class, (slip, event) -> slip.withoutTimer(event.timerId()));
        on(IncidentOpened.class, (slip, event) -> slip.open(event.incidentId(), event.step()));
        on(IncidentResolved.class, Progress::resolve);
    }

    @SuppressWarnings("unchecked") // the key is the class of the event
    private static <E> void on(Class<E> event, BiFunction<Slip, E, Slip> change) {
        CHANGES.put(event, (BiFunction<Slip, Object, Slip>) change);
    }

    /** An answer has come to what was open, if anything was. */
    private static Slip over(Slip slip, String name, UnaryOperator<Step> change) {
        var open = slip.step(name).open();
        return (open.isEmpty() ? slip : slip.answered(open)).change(name, change);
    }

    /** A signal that a step waited for is used up when the step goes on. */
    private static Slip used(Slip slip, String name) {
        return slip.use(slip.step(name));
    }

    private static Step timedOut(Step step) {
        return step.to(step.is(StepState.COMPENSATING) ? StepState.COMPENSATING : StepState.OUTCOME_UNKNOWN)
                .used(step.used() + 1);
    }

    private static Slip compensate(Slip slip, CompensationStarted event) {
        var undone = slip.with(slip.steps().stream()
                .map(step -> event.steps().contains(step.name())
                        ? step.to(StepState.COMPENSATING).fresh()
                        : step)
                .toList());
        var going = givenUp(undone).to(Phase.COMPENSATING, event.reason());
        return event.cancelled() ? going.ending(Ending.CANCELLED) : going;
    }

    private static Slip givenUp(Slip slip) {
        var begunOrNot = List.of(
                StepState.PENDING,
                StepState.RUNNING,
                StepState.WAITING_RETRY,
                StepState.WAITING_SIGNAL,
                StepState.OUTCOME_UNKNOWN);
        return slip.with(slip.steps().stream()
                .map(step -> begunOrNot.contains(step.state()) ? step.to(StepState.CANCELLED) : step)
                .toList());
    }

    private static Slip resolve(Slip slip, IncidentResolved event) {
        var step = slip.incidents().getOrDefault(event.incidentId(), "");
        var closed = slip.close(event.incidentId());
        if (!event.resolution().equals("retried")) {
            return closed;
        }
        return slip.step(step).is(StepState.COMPENSATION_FAILED)
                ? closed.to(Phase.COMPENSATING, slip.reason())
                        .change(
                                step,
                                failed -> failed.to(StepState.COMPENSATING).fresh())
                : closed.change(
                        step, failed -> failed.to(StepState.WAITING_RETRY).fresh());
    }
}
