package com.pitstop.allinone.matrix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.pitstop.shared.process.SlipStep;

/**
 * A slip of its own, and what goes wrong with one of its steps.
 *
 * @param number makes what it is about its own: parts, a day, an amount, or a person
 * @param toFail the step whose failure leads to this one, otherwise empty
 */
record Case(
        int number,
        UUID trackingNumber,
        String process,
        int version,
        Map<String, Object> variables,
        List<SlipStep> itinerary,
        SlipStep step,
        String toFail,
        Fault fault) {

    String name() {
        return "%s, step %s %s".formatted(process, step.name(), fault.what);
    }

    /** Of the request that the fault is about. */
    String stepKey() {
        return keyOf(step.name());
    }

    /** Of the request that has to fail before that, if any. */
    Optional<String> keyToFail() {
        return toFail.isEmpty() ? Optional.empty() : Optional.of(keyOf(toFail));
    }

    private String keyOf(String name) {
        return "%s:%s:1".formatted(trackingNumber, name);
    }

    /** By what the definition says of the step. */
    End expected() {
        if (fault == Fault.CANCELLED_BEFORE_ANSWER) {
            return isBeforePivot() ? End.CANCELLED : End.COMPLETED;
        }
        var fails = fault == Fault.REFUSED || (fault.takesAnotherAttempt() && step.maxAttempts() == 1);
        if (!fails || step.tolerated()) {
            return End.COMPLETED;
        }
        return isPastPivot() ? End.STUCK : End.COMPENSATED;
    }

    private boolean isBeforePivot() {
        return itinerary.stream().noneMatch(other -> other.pivot() && other.stage() <= step.stage());
    }

    private boolean isPastPivot() {
        return itinerary.stream().anyMatch(other -> other.pivot() && other.stage() < step.stage());
    }
}
