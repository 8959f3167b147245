package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * An operator has seen to a step by other means.
 *
 * @param reason for the record
 */
@Revision("1")
public record StepResolved(UUID trackingNumber, String step, String reason) {}
