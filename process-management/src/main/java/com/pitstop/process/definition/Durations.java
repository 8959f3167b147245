package com.pitstop.process.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Stretches of time as definitions write them. */
final class Durations {

    private static final Pattern EXACT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /** Such as {@code 500ms}, {@code 5s} or {@code 48h}; empty when it is none. */
    static Optional<Duration> exact(String text) {
        var found = EXACT.matcher(text);
        return found.matches() ? Optional.of(exact(Long.parseLong(found.group(1)), found.group(2))) : Optional.empty();
    }

    private static Duration exact(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
