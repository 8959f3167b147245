package com.pitstop.billing.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.billing.InvoiceCustomer;

/** Asks for the invoice of a finished job. A job that has one gets no other. */
public record IssueInvoice(@TargetAggregateIdentifier InvoiceBookId bookId, BilledJob job, InvoiceCustomer customer) {}
