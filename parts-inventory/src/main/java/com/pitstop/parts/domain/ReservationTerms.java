package com.pitstop.parts.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** For how long parts are kept for somebody. Moments are kept to the microsecond, as databases do. */
public record ReservationTerms(Duration expiry, Clock clock) {

    Instant expiryOfOneMadeNow() {
        return now().plus(expiry).truncatedTo(ChronoUnit.MICROS);
    }

    public Instant now() {
        return clock.instant();
    }
}
