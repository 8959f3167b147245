package com.pitstop.process.timers;

import java.io.Serializable;
import java.util.UUID;

/** Which timer of which slip. */
record DueTimerId(UUID trackingNumber, String timerId) implements Serializable {}
