package com.pitstop.parts.domain;

import com.pitstop.shared.InvalidValueException;

/** The texts people fill in. */
public final class Text {

    /** One line of any script. Control characters and halves of characters cannot be stored everywhere. */
    public static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}]*";

    private Text() {}

    public static void require(String field, String text, int limit) {
        if (text.isBlank()) {
            throw new InvalidValueException("text-given", "A %s must not be blank".formatted(field));
        }
        if (text.length() > limit || !text.matches(ONE_LINE)) {
            throw new InvalidValueException(
                    "text-limit", "A %s must be one line of at most %d characters".formatted(field, limit));
        }
    }
}
