package com.pitstop.process.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.slips.SlipFilter;
import com.pitstop.process.slips.SlipState;
import com.pitstop.process.timeline.FindTimeline;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.vehicle.LicenseNumber;

/**
 * Which processes, as clients say it. What is left out does not matter.
 *
 * @param olderThan how long ago they started at least, such as {@code PT2H}
 */
record ProcessFilter(
        @Nullable SlipState state,
        @Nullable @Size(max = 60) String process,
        @Nullable @Size(max = 60) String participant,
        @Nullable @Size(max = 120) String step,
        @Nullable UUID customerId,

        @Nullable @Pattern(regexp = LicenseNumber.PATTERN, message = "must read like KN-16-RS")
        String licenseNumber,

        @Nullable Instant startedAfter,
        @Nullable Instant startedBefore,
        @Nullable Duration olderThan) {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    boolean namesNothing() {
        return Stream.of(
                        state,
                        process,
                        participant,
                        step,
                        customerId,
                        licenseNumber,
                        startedAfter,
                        startedBefore,
                        olderThan)
                .allMatch(Objects::isNull);
    }

    SlipFilter at(Instant now) {
        return new SlipFilter(
                state,
                process,
                participant,
                step,
                customerId == null ? null : customerId.toString(),
                licenseNumber == null ? null : licenseNumber.toUpperCase(Locale.ROOT),
                startedAfter == null ? null : FindTimeline.within(startedAfter),
                before(now));
    }

    private @Nullable Instant before(Instant now) {
        var named = startedBefore == null ? null : FindTimeline.within(startedBefore);
        if (olderThan == null) {
            return named;
        }
        if (olderThan.isNegative() || olderThan.compareTo(LONGEST) > 0) {
            throw new InvalidValueException(
                    "age", "An age is between PT0S and P36500D, but was %s".formatted(olderThan));
        }
        var byAge = now.minus(olderThan);
        return named == null || byAge.isBefore(named) ? byAge : named;
    }
}
