package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The time has come.
 */
@Revision("1")
public record TimerFired(UUID trackingNumber, String timerId) {}
