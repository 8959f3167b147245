package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * An answer came that changes nothing: the step was given up, undone or answered before.
 *
 * @param outcome name of the {@link Outcome}
 */
@Revision("1")
public record AnswerIgnored(UUID trackingNumber, String stepKey, String outcome, String reason) {}
