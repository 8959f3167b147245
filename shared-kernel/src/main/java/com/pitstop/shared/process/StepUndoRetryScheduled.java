package com.pitstop.shared.process;

import java.time.Instant;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A step could not be undone for now, and that is tried again.
 *
 * @param attempt that came to nothing, counted from 1
 */
@Revision("1")
public record StepUndoRetryScheduled(UUID trackingNumber, String step, int attempt, Instant at, String message) {}
