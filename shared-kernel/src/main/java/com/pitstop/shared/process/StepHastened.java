package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Somebody wished that a step that was to be tried again later, or its undo, is tried again now.
 *
 * @param reason for the record
 */
@Revision("1")
public record StepHastened(UUID trackingNumber, String step, String reason) {}
