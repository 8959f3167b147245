package com.pitstop.audit.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.InvalidValueException;

/**
 * What was recorded, newest first? What is left out does not matter.
 *
 * @param subject the name of a stream
 * @param user who asked
 * @param from the first moment
 * @param to the first moment after
 */
public record ListEntries(
        @Nullable String subject,
        @Nullable String user,
        @Nullable Instant from,
        @Nullable Instant to,
        int page,
        int size) {

    public ListEntries {
        Moments.requireUsable(from);
        Moments.requireUsable(to);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidValueException(
                    "period-starts-before-it-ends",
                    "A period must start before it ends, but was %s - %s".formatted(from, to));
        }
    }
}
