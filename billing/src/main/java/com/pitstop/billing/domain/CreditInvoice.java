package com.pitstop.billing.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes an invoice back as a whole.
 *
 * @param reason up to 200 characters
 */
public record CreditInvoice(@TargetAggregateIdentifier InvoiceNumber number, String reason) {}
