package com.pitstop.process.domain;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.SlipStep;

/**
 * What a participant says to a request of a slip.
 *
 * @param stepKey of the request
 * @param data what was made, plain values
 * @param variables to be set on the slip
 * @param rule kebab-case identifier of the rule that forbids it, empty when none does
 * @param message for a person, empty when all is well
 * @param delay how long to wait before the next attempt when the participant says so, otherwise zero
 * @param rest what takes the place of all steps that have not begun, when it is another itinerary now
 */
public record Answer(
        String stepKey,
        Outcome outcome,
        Map<String, Object> data,
        Map<String, Object> variables,
        String rule,
        String message,
        Duration delay,
        List<SlipStep> rest) {

    public Answer {
        data = Map.copyOf(data);
        variables = Map.copyOf(variables);
        rest = List.copyOf(rest);
    }
}
