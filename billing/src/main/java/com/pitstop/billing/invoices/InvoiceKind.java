package com.pitstop.billing.invoices;

/** What bears a number of an invoice book. */
public enum InvoiceKind {
    INVOICE,
    CREDIT_NOTE
}
