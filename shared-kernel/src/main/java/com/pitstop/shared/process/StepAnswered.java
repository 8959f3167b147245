package com.pitstop.shared.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A participant has done what it was asked for, or has not. The only event of the stream that is named after the step key: a
 * request is answered once.
 *
 * @param stepKey of the request
 * @param outcome name of an {@link Outcome}
 * @param data what was made, plain values
 * @param variables to be set on the slip
 * @param rule kebab-case identifier of the rule that forbids it, empty when none does
 * @param message for a person, empty when all is well
 * @param waitMillis how long to wait before the next attempt when the participant says so, otherwise 0
 * @param rest what takes the place of all steps that have not begun, when it is another itinerary now
 */
@Revision("1")
public record StepAnswered(
        UUID trackingNumber,
        String stepKey,
        String outcome,
        Map<String, Object> data,
        Map<String, Object> variables,
        String rule,
        String message,
        long waitMillis,
        List<SlipStep> rest) {
    public StepAnswered {
        data = Map.copyOf(data);
        variables = Map.copyOf(variables);
        rest = List.copyOf(rest);
    }
}
