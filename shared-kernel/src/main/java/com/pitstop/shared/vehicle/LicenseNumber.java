package com.pitstop.shared.vehicle;

import java.util.Locale;
import java.util.regex.Pattern;

import com.pitstop.shared.InvalidValueException;

/** What identifies a vehicle on the road: three groups of one to three letters or digits. Always in upper case. */
public record LicenseNumber(String value) {

    /** The shape of a license number in either case, for those who describe or check it before it becomes a value. */
    public static final String PATTERN = "^((\\d{1,3}|[A-Za-z]{1,3})-){2}(\\d{1,3}|[A-Za-z]{1,3})$";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public LicenseNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException("license-number", "A license number reads like KN-16-RS, but was " + value);
        }
        value = value.toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
