package com.pitstop.shared.process;

import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A step is done.
 *
 * @param data what its participant made
 * @param variables that it set on the slip
 */
@Revision("1")
public record StepCompleted(
        UUID trackingNumber, String step, String stepKey, Map<String, Object> data, Map<String, Object> variables) {
    public StepCompleted {
        data = Map.copyOf(data);
        variables = Map.copyOf(variables);
    }
}
