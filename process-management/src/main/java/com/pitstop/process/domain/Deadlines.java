package com.pitstop.process.domain;

import java.time.Instant;

/** Knows how long things may take, in hours of the clock or in days on which the garage works. */
public interface Deadlines {

    /**
     * The moment when that long has passed.
     *
     * @param within such as {@code 48h} or {@code 5 working days}
     */
    Instant after(Instant start, String within);
}
