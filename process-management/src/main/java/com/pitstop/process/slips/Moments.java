package com.pitstop.process.slips;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as databases keep them. */
final class Moments {

    private Moments() {}

    static Instant stored(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
