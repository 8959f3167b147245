package com.pitstop.process.slips;

import java.io.Serializable;
import java.util.UUID;

/** Which timer of which slip. */
record TimerKey(UUID trackingNumber, String timerId) implements Serializable {}
