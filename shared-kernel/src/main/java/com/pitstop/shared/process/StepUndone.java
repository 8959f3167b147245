package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * What a step had done is undone.
 *
 * @param found false when there was nothing to undo
 */
@Revision("1")
public record StepUndone(UUID trackingNumber, String step, String stepKey, boolean found) {}
