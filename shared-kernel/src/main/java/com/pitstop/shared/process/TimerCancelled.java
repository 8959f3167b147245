package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * What was to happen then is not needed any more.
 */
@Revision("1")
public record TimerCancelled(UUID trackingNumber, String timerId) {}
