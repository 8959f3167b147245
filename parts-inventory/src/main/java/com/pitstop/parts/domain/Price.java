package com.pitstop.parts.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

import com.pitstop.shared.InvalidValueException;

/** What one piece costs, excluding VAT: zero to 99,999.99, to the cent. */
public record Price(BigDecimal amount, Currency currency) {

    public static final int WHOLE_DIGITS = 5;
    public static final int DECIMALS = 2;

    public Price {
        if (amount.signum() < 0
                || amount.stripTrailingZeros().scale() > DECIMALS
                || amount.compareTo(BigDecimal.TEN.pow(WHOLE_DIGITS)) >= 0) {
            throw new InvalidValueException(
                    "price", "A price is 0.00 to 99999.99, to the cent, but was %s".formatted(amount.toPlainString()));
        }
        amount = amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }
}
