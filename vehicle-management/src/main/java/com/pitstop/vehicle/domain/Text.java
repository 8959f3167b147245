package com.pitstop.vehicle.domain;

import com.pitstop.shared.InvalidValueException;

/** The texts people fill in. */
public final class Text {

    /** One line of any script. Control characters and halves of characters cannot be stored everywhere. */
    public static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}]*";

    private Text() {}

    static void require(String field, String text, int limit) {
        if (text.isBlank()) {
            throw new InvalidValueException("text-given", "A vehicle's %s must not be blank".formatted(field));
        }
        requireAtMost(field, text, limit);
    }

    static void requireAtMost(String field, String text, int limit) {
        if (text.length() > limit || !text.matches(ONE_LINE)) {
            throw new InvalidValueException(
                    "text-limit", "A vehicle's %s must be one line of at most %d characters".formatted(field, limit));
        }
    }
}
