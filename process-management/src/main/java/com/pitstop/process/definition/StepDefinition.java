package com.pitstop.process.definition;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.process.SlipStep;

/**
 * A step as a definition describes it. Texts that do not apply are empty.
 *
 * @param parallel the group it runs side by side with: neighbours of the same name
 * @param undo whether it can be undone; null when the definition does not say
 */
record StepDefinition(
        String name,
        String participant,
        String activity,
        Duration timeout,
        int attempts,
        Backoff backoff,
        String when,
        Map<String, Object> arguments,
        @Nullable ForEach forEach,
        String parallel,
        @Nullable Boolean undo,
        boolean pivot,
        boolean tolerated,
        Awaited signal,
        Awaited choice) {

    StepDefinition {
        arguments = Map.copyOf(arguments);
    }

    SlipStep onItinerary(String name, int stage, Map<String, Object> arguments) {
        return new SlipStep(
                name,
                stage,
                participant,
                activity,
                when,
                arguments,
                timeout.toMillis(),
                attempts,
                backoff.first().toMillis(),
                backoff.factor(),
                backoff.longest().toMillis(),
                Boolean.TRUE.equals(undo),
                pivot,
                tolerated,
                signal.signal(),
                signal.within(),
                choice.signal(),
                choice.within());
    }
}
