package com.pitstop.billing.domain;

import java.util.regex.Pattern;

import com.pitstop.shared.InvalidValueException;

/**
 * The number of an invoice or a credit note, such as {@code 2026-000123}. Reads {@code invoice:2026-000123}: the name of
 * its stream of events.
 */
public record InvoiceNumber(String value) {

    public static final String PATTERN = "\\d{4}-\\d{6,9}";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public InvoiceNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException("invoice-number", "An invoice number reads like 2026-000123");
        }
    }

    @Override
    public String toString() {
        return "invoice:" + value;
    }
}
