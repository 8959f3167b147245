package com.pitstop.chassis.steps;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.SlipStep;

/**
 * What a context answers to a request.
 *
 * @param outcome empty when the answer comes later
 * @param data what was made, or what there is to choose from, plain values
 * @param variables to be set on the slip
 * @param rule that forbids it, otherwise empty
 * @param message for a person, otherwise empty
 * @param pause before the next attempt, zero when that is for the slip to know
 * @param rest what takes the place of all steps that have not begun, when it is another itinerary now
 */
public record Reply(
        Optional<Outcome> outcome,
        Map<String, Object> data,
        Map<String, Object> variables,
        String rule,
        String message,
        Duration pause,
        List<SlipStep> rest) {

    public Reply {
        data = Map.copyOf(data);
        variables = Map.copyOf(variables);
        rest = List.copyOf(rest);
    }

    /** One that leaves the itinerary as it is. */
    public Reply(
            Optional<Outcome> outcome,
            Map<String, Object> data,
            Map<String, Object> variables,
            String rule,
            String message,
            Duration pause) {
        this(outcome, data, variables, rule, message, pause, List.of());
    }

    public static Reply completed(Map<String, Object> data) {
        return completed(data, Map.of());
    }

    public static Reply completed(Map<String, Object> data, Map<String, Object> variables) {
        return new Reply(Optional.of(Outcome.COMPLETED), data, variables, "", "", Duration.ZERO);
    }

    /** Done, and the rest of the itinerary is not needed. */
    public static Reply terminated(String message) {
        return new Reply(Optional.of(Outcome.TERMINATED), Map.of(), Map.of(), "", message, Duration.ZERO);
    }

    /**
     * Done, and the rest of the itinerary is another now.
     *
     * @param rest whose stages count from the one after this step
     */
    public static Reply revised(Map<String, Object> variables, List<SlipStep> rest, String message) {
        return new Reply(Optional.of(Outcome.REVISED), Map.of(), variables, "", message, Duration.ZERO, rest);
    }

    /**
     * To the wish to undo a step.
     *
     * @param found whether there was something to undo
     */
    public static Reply undone(boolean found) {
        return completed(Map.of("found", found));
    }

    public static Reply refused(String rule, String message) {
        return refused(rule, message, Map.of());
    }

    public static Reply refused(String rule, String message, Map<String, Object> data) {
        return new Reply(Optional.of(Outcome.REFUSED), data, Map.of(), rule, message, Duration.ZERO);
    }

    public static Reply failedForNow(String message) {
        return failedForNow(message, Duration.ZERO);
    }

    public static Reply failedForNow(String message, Duration pause) {
        return new Reply(Optional.of(Outcome.FAILED_FOR_NOW), Map.of(), Map.of(), "", message, pause);
    }

    /** Not yet, and nothing went wrong: the slip asks again, the longer it takes the more seldom, and uses up no attempt. */
    public static Reply delayed(String message) {
        return new Reply(Optional.of(Outcome.DELAYED), Map.of(), Map.of(), "", message, Duration.ZERO);
    }

    /** To the question what became of a step. */
    public static Reply notDone() {
        return new Reply(Optional.of(Outcome.NOT_DONE), Map.of(), Map.of(), "", "", Duration.ZERO);
    }

    /** Nothing for now: the context answers through {@link StepAnswers} when it knows. */
    public static Reply later() {
        return new Reply(Optional.empty(), Map.of(), Map.of(), "", "", Duration.ZERO);
    }
}
