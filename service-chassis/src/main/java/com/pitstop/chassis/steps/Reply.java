package com.pitstop.chassis.steps;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.pitstop.shared.process.Outcome;

/**
 * What a context answers to a request.
 *
 * @param outcome empty when the answer comes later
 * @param data what was made, or what there is to choose from, plain values
 * @param variables to be set on the slip
 * @param rule that forbids it, otherwise empty
 * @param message for a person, otherwise empty
 * @param pause before the next attempt, zero when that is for the slip to know
 */
public record Reply(
        Optional<Outcome> outcome,
        Map<String, Object> data,
        Map<String, Object> variables,
        String rule,
        String message,
        Duration pause) {

    public Reply {
        data = Map.copyOf(data);
        variables = Map.copyOf(variables);
    }

    public static Reply completed(Map<String, Object> data) {
        return completed(data, Map.of());
    }

    public static Reply completed(Map<String, Object> data, Map<String, Object> variables) {
        return new Reply(Optional.of(Outcome.COMPLETED), data, variables, "", "", Duration.ZERO);
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
