package com.pitstop.billing.domain;

import java.math.BigDecimal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reports what was taken from a card for an invoice: what is due of it, or less when no more was set aside.
 *
 * @param amount in the invoice's currency
 * @param reference what the payment is found by, one of its own for each
 */
public record RecordCardPayment(@TargetAggregateIdentifier InvoiceNumber number, BigDecimal amount, String reference) {}
