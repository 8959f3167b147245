package com.pitstop.parts.domain;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.OneLine;

/** The texts people fill in. */
public final class Text {

    private Text() {}

    public static void require(String field, String text, int limit) {
        if (text.isBlank()) {
            throw new InvalidValueException("text-given", "A %s must not be blank".formatted(field));
        }
        if (text.length() > limit || !text.matches(OneLine.PATTERN)) {
            throw new InvalidValueException(
                    "text-limit", "A %s must be one line of at most %d characters".formatted(field, limit));
        }
    }
}
