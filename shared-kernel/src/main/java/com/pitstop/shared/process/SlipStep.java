package com.pitstop.shared.process;

import java.util.Map;

/**
 * One entry of an itinerary, with all that it takes to run it: a slip keeps the itinerary it began with, whatever becomes of the
 * definition it was made from. Durations are in milliseconds; texts that do not apply are empty.
 *
 * @param name unique on the slip, in kebab-case, such as {@code reserve-parts-2}
 * @param stage steps of the same stage run side by side, and stages one after the other
 * @param participant which context is asked
 * @param activity what it is asked for, such as {@code reserve-parts}
 * @param condition over the variables of the slip; when it does not hold the step is skipped
 * @param arguments of the activity; a text such as {@code ${customerId}} stands for that variable
 * @param timeout after which the outcome of an attempt is unknown
 * @param maxAttempts the first one included
 * @param firstWait before the second attempt
 * @param waitFactor by which each further wait is longer
 * @param longestWait which no wait exceeds
 * @param undoable whether the participant can undo it; what cannot be undone leaves nothing behind
 * @param pivot from its completion on nothing is undone any more
 * @param tolerated whether the slip goes on without it when it fails
 * @param signal what to wait for after the activity is done
 * @param signalWithin how long, such as {@code 48h} or {@code 5 working days}
 * @param choice the signal that an activity which was refused is tried again with
 * @param choiceWithin how long to wait for that
 */
public record SlipStep(
        String name,
        int stage,
        String participant,
        String activity,
        String condition,
        Map<String, Object> arguments,
        long timeout,
        int maxAttempts,
        long firstWait,
        double waitFactor,
        long longestWait,
        boolean undoable,
        boolean pivot,
        boolean tolerated,
        String signal,
        String signalWithin,
        String choice,
        String choiceWithin) {
    public SlipStep {
        arguments = Map.copyOf(arguments);
    }

    /** The same under another name, or at another stage. */
    public SlipStep as(String name, int stage) {
        return new SlipStep(
                name,
                stage,
                participant,
                activity,
                condition,
                arguments,
                timeout,
                maxAttempts,
                firstWait,
                waitFactor,
                longestWait,
                undoable,
                pivot,
                tolerated,
                signal,
                signalWithin,
                choice,
                choiceWithin);
    }
}
