package com.pitstop.chassis.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import com.pitstop.chassis.processing.Positions;

/**
 * How far positions are behind at one moment. Looks at an event only for a position that is behind, once. A hub that is
 * away cannot say, which is no reason not to show the rest.
 */
class Lags {

    private final Positions positions;
    private final Instant now;
    private final OptionalLong head;
    private final Map<Long, Optional<Double>> seconds = new HashMap<>();

    Lags(Positions positions, Instant now) {
        this.positions = positions;
        this.now = now;
        this.head = head();
    }

    @Nullable
    Long inEvents(long position) {
        return head.isPresent() ? Math.max(0, head.getAsLong() - position) : null;
    }

    @Nullable
    Double inSeconds(long position) {
        if (head.isEmpty()) {
            return null;
        }
        return head.getAsLong() <= position
                ? Double.valueOf(0)
                : seconds.computeIfAbsent(position, this::ageOfTheNext).orElse(null);
    }

    private OptionalLong head() {
        try {
            return OptionalLong.of(positions.head());
        } catch (RuntimeException hubIsAway) {
            return OptionalLong.empty();
        }
    }

    private Optional<Double> ageOfTheNext(long position) {
        try {
            return Optional.of(positions
                    .nextEventAfter(position)
                    .map(recorded -> Math.max(0, Duration.between(recorded, now).toMillis() / 1000d))
                    .orElse(0d));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
