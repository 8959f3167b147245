package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.InvalidValueException;

/** What an amount of money can be: more than nothing, and to the cent. */
public final class Amounts {

    public static final int WHOLE_DIGITS = 12;
    public static final int DECIMALS = 2;

    private Amounts() {}

    static BigDecimal checked(BigDecimal amount) {
        if (amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > DECIMALS
                || amount.compareTo(BigDecimal.TEN.pow(WHOLE_DIGITS)) >= 0) {
            throw new InvalidValueException(
                    "amount", "An amount is more than 0.00, to the cent, but was %s".formatted(amount.toPlainString()));
        }
        return amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    static @Nullable BigDecimal checkedIfGiven(@Nullable BigDecimal amount) {
        return amount == null ? null : checked(amount);
    }
}
