package com.pitstop.billing.invoices;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Asks which invoices and credit notes there are, newest first; answered by an {@link InvoicePage}. Null asks for all. */
public record ListInvoices(
        @Nullable UUID jobId,
        @Nullable UUID customerId,
        @Nullable InvoiceStatus status,
        int page,
        int size) {}
