package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is set aside.
 *
 * @param amount all of it when null
 */
public record CapturePayment(
        @TargetAggregateIdentifier PaymentId paymentId,
        @Nullable BigDecimal amount) {

    public CapturePayment {
        amount = Amounts.checkedIfGiven(amount);
    }
}
