package com.pitstop.billing.simulatedprovider;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * What the provider is told to do.
 *
 * @param amount to set aside, to capture or to refund
 * @param currency ISO 4217
 */
record Order(
        @NotNull UUID paymentId,
        @NotNull Kind step,
        @NotNull @Positive BigDecimal amount,
        @NotNull String currency,
        @NotNull String card) {

    /** What can be done with money. */
    enum Kind {
        AUTHORIZATION,
        CAPTURE,
        VOID,
        REFUND
    }

    boolean isSameAs(Order other) {
        return paymentId.equals(other.paymentId)
                && step == other.step
                && amount.compareTo(other.amount) == 0
                && currency.equals(other.currency)
                && card.equals(other.card);
    }
}
