package com.pitstop.shared.process;

import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Nobody knows whether a step was done, and the participant is asked. It answers whether it was, and what came of it.
 *
 * @param stepKey of this question: tracking number, step, the word {@code asked} and a number, joined by colons
 * @param arguments what the step was asked for with
 */
@Revision("1")
public record StepOutcomeAsked(
        UUID trackingNumber,
        String stepKey,
        String step,
        String participant,
        String activity,
        Map<String, Object> arguments) {
    public StepOutcomeAsked {
        arguments = Map.copyOf(arguments);
    }
}
