package com.pitstop.chassis.metrics;

import java.util.Locale;

import org.axonframework.messaging.HandlerExecutionException;

import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.messaging.TryAgainOnConflict;

/** How the handling of a message ended. */
enum Outcome {
    SUCCESS,

    /** By a rule of the garage: an answer, and no fault. */
    REFUSED,

    /** Lost a race for its stream; it is tried again, and counts again. */
    CONFLICT,

    FAILURE;

    /** What a command failed with may be an answer. */
    static Outcome ofCommand(Throwable failure) {
        if (HandlerExecutionException.resolveDetails(failure).orElse(null) instanceof Refused) {
            return REFUSED;
        }
        return TryAgainOnConflict.isConflict(failure) ? CONFLICT : FAILURE;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
