package com.pitstop.shared.process;

import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * What was done is undone, the last first.
 *
 * @param reason why, for a person
 * @param cancelled whether somebody wished so
 * @param steps that will be undone or asked about, in that order
 */
@Revision("1")
public record CompensationStarted(UUID trackingNumber, String reason, boolean cancelled, List<String> steps) {
    public CompensationStarted {
        steps = List.copyOf(steps);
    }
}
