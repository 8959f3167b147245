package com.pitstop.billing.web;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

import com.pitstop.billing.domain.InvoiceNumber;
import com.pitstop.billing.domain.payment.Amounts;
import com.pitstop.billing.domain.payment.Card;

/**
 * For an invoice, which knows its customer and amount; or for a customer and an amount.
 *
 * @param capture whether to take the amount as soon as it is set aside
 */
record PaymentRequest(
        @Pattern(regexp = InvoiceNumber.PATTERN, message = "must read like 2026-000123") @Nullable
        String invoiceNumber,

        @Nullable UUID customerId,

        @DecimalMin("0.01") @Digits(integer = Amounts.WHOLE_DIGITS, fraction = Amounts.DECIMALS) @Nullable
        BigDecimal amount,

        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency such as EUR") @Nullable
        String currency,

        @NotNull @Pattern(regexp = Card.PATTERN, message = Card.MESSAGE)
        String card,

        @Nullable Boolean capture) {

    boolean captureAtOnce() {
        return Boolean.TRUE.equals(capture);
    }

    /** Without the card: whoever fills in a number should not find it in a log. */
    @Override
    public String toString() {
        return "PaymentRequest[invoiceNumber=%s, amount=%s]".formatted(invoiceNumber, amount);
    }
}
