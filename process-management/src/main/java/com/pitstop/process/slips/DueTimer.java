package com.pitstop.process.slips;

import java.util.UUID;

/** A timer whose time has come. */
public record DueTimer(UUID trackingNumber, String timerId) {}
