package com.pitstop.process.definition;

import java.time.Duration;

/** How long to wait between two attempts. */
record Backoff(Duration first, double factor, Duration longest) {

    static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(5));
}
