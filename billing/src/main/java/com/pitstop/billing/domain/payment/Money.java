package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount that changes hands. */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        amount = Amounts.checked(amount);
    }
}
