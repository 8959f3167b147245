package com.pitstop.shared.process;

import java.time.Instant;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * An attempt came to nothing, and there will be another.
 *
 * @param attempt how many came to nothing so far
 * @param at when the next one is due
 * @param countsAsAttempt false when the participant asked for a delay or was left alone
 */
@Revision("1")
public record StepRetryScheduled(
        UUID trackingNumber, String step, int attempt, Instant at, String message, boolean countsAsAttempt) {}
