package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A step cannot be undone, and somebody has to look.
 */
@Revision("1")
public record StepUndoFailed(UUID trackingNumber, String step, String stepKey, String message) {}
