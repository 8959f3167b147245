package com.pitstop.parts.domain;

import java.util.regex.Pattern;

import com.pitstop.shared.InvalidValueException;

/** Who parts are kept for: the id of a job, or what else the client calls it. */
public record ReservationId(String value) {

    public static final String PATTERN = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public ReservationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "reservation-id",
                    "A reservation's id is up to 64 letters, digits, dots, colons, hyphens and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
