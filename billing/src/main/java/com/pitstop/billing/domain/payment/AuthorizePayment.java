package com.pitstop.billing.domain.payment;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for an amount to be set aside on a customer's card.
 *
 * @param invoiceNumber of the invoice that is paid, empty when it is for none
 * @param captureAtOnce whether to take the amount as soon as it is set aside
 */
public record AuthorizePayment(
        @TargetAggregateIdentifier PaymentId paymentId,
        UUID customerId,
        String invoiceNumber,
        Money money,
        Card card,
        boolean captureAtOnce) {}
