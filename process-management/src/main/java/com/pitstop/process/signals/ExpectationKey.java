package com.pitstop.process.signals;

import java.io.Serializable;
import java.util.UUID;

/** Which slip waits for what. */
record ExpectationKey(UUID trackingNumber, String signal, String subject) implements Serializable {}
