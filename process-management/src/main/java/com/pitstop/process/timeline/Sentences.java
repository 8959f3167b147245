package com.pitstop.process.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import com.pitstop.process.domain.Participants;
import com.pitstop.process.participants.Participant;
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
import com.pitstop.shared.process.StepAnswered;
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

/** What is said of each kind of event of a slip. */
public class Sentences {

    private final Map<Class<?>, Function<Object, Told>> tellings = new HashMap<>();

    public Sentences() {
        slips();
        steps();
        others();
    }

    /** The kinds of event that something is said of. */
    public Set<Class<?>> kinds() {
        return Set.copyOf(tellings.keySet());
    }

    public boolean tell(Class<?> event) {
        return tellings.containsKey(event);
    }

    public Told of(Object event) {
        return Objects.requireNonNull(tellings.get(event.getClass())).apply(event);
    }

    private void slips() {
        tell(
                RoutingSlipStarted.class,
                RoutingSlipStarted::trackingNumber,
                e -> "",
                e -> "%s@%d begins with %d steps"
                        .formatted(e.process(), e.version(), e.itinerary().size()));
        tell(RoutingSlipPaused.class, RoutingSlipPaused::trackingNumber, e -> "", e -> because("Paused", e.reason()));
        tell(
                RoutingSlipResumed.class,
                RoutingSlipResumed::trackingNumber,
                e -> "",
                e -> because("Resumed", e.reason()));
        tell(RoutingSlipCompleted.class, RoutingSlipCompleted::trackingNumber, e -> "", e -> "Everything is done");
        tell(
                RoutingSlipTerminated.class,
                RoutingSlipTerminated::trackingNumber,
                e -> "",
                e -> because("The rest is not needed", e.reason()));
        tell(
                RoutingSlipCompensated.class,
                RoutingSlipCompensated::trackingNumber,
                e -> "",
                e -> because("It failed, and what had been done is undone", e.reason()));
        tell(
                RoutingSlipCancelled.class,
                RoutingSlipCancelled::trackingNumber,
                e -> "",
                e -> because("Cancelled, and what had been done is undone", e.reason()));
        tell(
                RoutingSlipCalledOff.class,
                RoutingSlipCalledOff::trackingNumber,
                e -> "",
                e -> because("What it was for is gone", e.reason()));
        tell(
                RoutingSlipResolved.class,
                RoutingSlipResolved::trackingNumber,
                e -> "",
                e -> because("Brought to an end by an operator", e.reason()));
        tell(
                CompensationStarted.class,
                CompensationStarted::trackingNumber,
                e -> "",
                e -> because(
                        e.steps().isEmpty() ? "There is nothing to undo" : "Undoing " + String.join(", ", e.steps()),
                        e.reason()));
        tell(
                CompensationFailed.class,
                CompensationFailed::trackingNumber,
                e -> "",
                e -> because("Not everything could be undone", e.reason()));
        tell(
                ItineraryRevised.class,
                ItineraryRevised::trackingNumber,
                e -> "",
                e -> because(
                        "The rest of the itinerary is another now, with %d steps"
                                .formatted(e.rest().size()),
                        e.reason()));
    }

    private void steps() {
        tell(
                StepRequested.class,
                StepRequested::trackingNumber,
                e -> e.step(),
                e -> "%s is asked for %s, attempt %d"
                        .formatted(Participant.spoken(e.participant()), e.activity(), e.attempt()));
        tell(
                StepOutcomeAsked.class,
                StepOutcomeAsked::trackingNumber,
                e -> e.step(),
                e -> "%s is asked what became of %s".formatted(Participant.spoken(e.participant()), e.activity()));
        tell(
                StepUndoRequested.class,
                StepUndoRequested::trackingNumber,
                e -> e.step(),
                e -> "%s is asked to undo %s, attempt %d"
                        .formatted(Participant.spoken(e.participant()), e.activity(), e.attempt()));
        tell(
                StepAnswered.class,
                StepAnswered::trackingNumber,
                e -> stepOf(e.stepKey()),
                e -> because(
                        "The answer is %s"
                                .formatted(e.outcome().toLowerCase(Locale.ROOT).replace('_', ' ')),
                        e.message()));
        tell(
                AnswerIgnored.class,
                AnswerIgnored::trackingNumber,
                e -> stepOf(e.stepKey()),
                e -> because("The answer changes nothing", e.reason()));
        tell(StepCompleted.class, StepCompleted::trackingNumber, e -> e.step(), e -> "%s is done".formatted(e.step()));
        tell(
                StepFailed.class,
                StepFailed::trackingNumber,
                e -> e.step(),
                e -> because(
                        e.tolerated()
                                ? "%s failed, and it goes on without".formatted(e.step())
                                : "%s failed".formatted(e.step()),
                        e.message()));
        tell(
                StepRetryScheduled.class,
                StepRetryScheduled::trackingNumber,
                e -> e.step(),
                e -> because("%s is tried again %s".formatted(e.step(), at(e.at())), e.message()));
        tell(
                StepTimedOut.class,
                StepTimedOut::trackingNumber,
                e -> e.step(),
                e -> "No answer came in time: whether %s was done is unknown".formatted(e.step()));
        tell(
                StepSkipped.class,
                StepSkipped::trackingNumber,
                e -> e.step(),
                e -> because("%s is not needed".formatted(e.step()), e.reason()));
        tell(
                StepHastened.class,
                StepHastened::trackingNumber,
                e -> e.step(),
                e -> because("%s is not to wait for its next try".formatted(e.step()), e.reason()));
        tell(
                NoBranchTaken.class,
                NoBranchTaken::trackingNumber,
                e -> "",
                e -> "No condition holds: none of %s is needed".formatted(String.join(", ", e.steps())));
        tell(
                StepResolved.class,
                StepResolved::trackingNumber,
                e -> e.step(),
                e -> because("An operator has seen to %s".formatted(e.step()), e.reason()));
        tell(
                StepUndone.class,
                StepUndone::trackingNumber,
                e -> e.step(),
                e -> e.found()
                        ? "%s is undone".formatted(e.step())
                        : "Of %s there was nothing to undo".formatted(e.step()));
        tell(
                StepUndoRetryScheduled.class,
                StepUndoRetryScheduled::trackingNumber,
                e -> e.step(),
                e -> because("%s is tried to be undone again %s".formatted(e.step(), at(e.at())), e.message()));
        tell(
                StepUndoFailed.class,
                StepUndoFailed::trackingNumber,
                e -> e.step(),
                e -> because("%s cannot be undone".formatted(e.step()), e.message()));
    }

    private void others() {
        tell(
                SignalAwaited.class,
                SignalAwaited::trackingNumber,
                e -> e.step(),
                e -> "%s waits for %s until %s".formatted(e.step(), e.signal(), e.until()));
        tell(SignalReceived.class, SignalReceived::trackingNumber, e -> "", e -> "%s has come".formatted(e.signal()));
        tell(
                IncidentOpened.class,
                IncidentOpened::trackingNumber,
                e -> e.step(),
                e -> because("Somebody has to see to %s".formatted(e.step()), e.message()));
        tell(
                IncidentResolved.class,
                IncidentResolved::trackingNumber,
                e -> "",
                e -> because("Incident %s is over, %s".formatted(e.incidentId(), e.resolution()), e.reason()));
        tell(
                TimerSet.class,
                TimerSet::trackingNumber,
                e -> e.step(),
                e -> "A timer is set, %s %s".formatted(e.purpose(), at(e.dueAt())));
        tell(TimerFired.class, TimerFired::trackingNumber, e -> "", e -> "Timer %s has come".formatted(e.timerId()));
        tell(
                TimerCancelled.class,
                TimerCancelled::trackingNumber,
                e -> "",
                e -> "Timer %s is not needed any more".formatted(e.timerId()));
    }

    private <T> void tell(
            Class<T> type, Function<T, UUID> trackingNumber, Function<T, String> step, Function<T, String> sentence) {
        tellings.put(type, event -> {
            var typed = type.cast(event);
            return new Told(trackingNumber.apply(typed), step.apply(typed), sentence.apply(typed));
        });
    }

    private static String at(Instant moment) {
        return moment.equals(Participants.UNTIL_RESUMED) ? "once its participant is resumed" : "at " + moment;
    }

    /** The second part of a step key. */
    static String stepOf(String stepKey) {
        var parts = stepKey.split(":", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    private static String because(String what, String why) {
        return why.isEmpty() ? what : "%s: %s".formatted(what, why);
    }
}
