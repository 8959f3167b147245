package com.pitstop.shared.process;

import java.time.Instant;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Something is to happen at a time.
 *
 * @param timerId unique on the slip, such as {@code timeout:reserve-parts:1}
 * @param purpose {@code timeout}, {@code retry} or {@code signal}
 */
@Revision("1")
public record TimerSet(UUID trackingNumber, String timerId, String purpose, String step, Instant dueAt) {}
