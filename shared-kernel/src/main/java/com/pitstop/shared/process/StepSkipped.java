package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A step is not needed.
 *
 * @param reason for a person, such as the condition that does not hold
 */
@Revision("1")
public record StepSkipped(UUID trackingNumber, String step, String reason) {}
