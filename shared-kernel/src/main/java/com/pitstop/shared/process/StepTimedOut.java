package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * No answer came in time: whether the step was done is unknown.
 */
@Revision("1")
public record StepTimedOut(UUID trackingNumber, String step, String stepKey) {}
