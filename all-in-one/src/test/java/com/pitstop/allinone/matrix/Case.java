package com.pitstop.allinone.matrix;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.pitstop.shared.process.SlipStep;

/**
 * A slip of its own, and what goes wrong with one of its steps.
 *
 * @param number makes what it is about its own: parts, a day, an amount, or a person
 */
record Case(
        int number,
        UUID trackingNumber,
        String process,
        int version,
        Map<String, Object> variables,
        List<SlipStep> itinerary,
        SlipStep step,
        Fault fault) {

    String name() {
        return "%s, step %s %s".formatted(process, step.name(), fault.what);
    }

    /** Of the request that the fault is about. */
    String stepKey() {
        return "%s:%s:1".formatted(trackingNumber, step.name());
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
