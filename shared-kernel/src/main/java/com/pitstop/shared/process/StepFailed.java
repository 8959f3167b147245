package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A step was not done, and is not tried again of itself.
 *
 * @param rule that forbids it, empty when its attempts are used up
 * @param tolerated whether the slip goes on without it
 */
@Revision("1")
public record StepFailed(
        UUID trackingNumber, String step, String stepKey, String rule, String message, boolean tolerated) {}
