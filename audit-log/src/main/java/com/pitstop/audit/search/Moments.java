package com.pitstop.audit.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.InvalidValueException;

/** The moments that every database can compare with. */
final class Moments {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Moments() {}

    static void requireUsable(@Nullable Instant moment) {
        if (moment != null && (moment.isBefore(FIRST) || moment.isAfter(LAST))) {
            throw new InvalidValueException(
                    "moment-in-range", "A moment lies between %s and %s, but was %s".formatted(FIRST, LAST, moment));
        }
    }
}
