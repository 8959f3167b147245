package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what was captured. A refund that is asked for again under its id is given once.
 *
 * @param amount all that was not given back yet when null
 */
public record RefundPayment(
        @TargetAggregateIdentifier PaymentId paymentId,
        UUID refundId,
        @Nullable BigDecimal amount) {

    public RefundPayment {
        amount = Amounts.checkedIfGiven(amount);
    }
}
