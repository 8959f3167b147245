package com.pitstop.billing.domain;

import java.math.BigDecimal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reports an invoice as paid, with all that is due of it.
 *
 * @param amount in the invoice's currency
 * @param reference what the payment is found by, up to 140 characters as banks have it
 */
public record RecordInvoicePayment(
        @TargetAggregateIdentifier InvoiceNumber number, BigDecimal amount, String reference) {}
