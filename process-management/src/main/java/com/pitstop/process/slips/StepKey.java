package com.pitstop.process.slips;

import java.io.Serializable;
import java.util.UUID;

/** Which step of which slip. */
record StepKey(UUID trackingNumber, String name) implements Serializable {}
