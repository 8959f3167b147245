package com.pitstop.shared.parts;

import java.util.Locale;
import java.util.regex.Pattern;

import com.pitstop.shared.InvalidValueException;

/** What identifies a kind of part, its stock-keeping unit: up to 40 letters, digits, dots and hyphens. Always in upper case. */
public record Sku(String value) {

    /** The shape in either case, for those who describe or check it before it becomes a value. */
    public static final String PATTERN = "^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public Sku {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException("sku", "A part number reads like OIL-5W30-1L, but was " + value);
        }
        value = value.toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
