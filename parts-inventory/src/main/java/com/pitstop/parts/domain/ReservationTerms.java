package com.pitstop.parts.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** For how long parts are kept for somebody. Moments are kept to the microsecond, as databases do. */
public record ReservationTerms(Duration expiry, Clock clock) {

    /** Longer than any work lasts: for what was forgotten after all. */
    private static final Duration LONGEST = Duration.ofDays(365);

    Instant expiryOfOneMadeNow(boolean untilGivenBack) {
        return now().plus(untilGivenBack ? LONGEST : expiry).truncatedTo(ChronoUnit.MICROS);
    }

    public Instant now() {
        return clock.instant();
    }
}
