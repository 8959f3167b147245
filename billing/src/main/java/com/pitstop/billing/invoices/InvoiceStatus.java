package com.pitstop.billing.invoices;

/** How things stand with an invoice. A credit note is as credited as the invoice that it takes back. */
public enum InvoiceStatus {
    OPEN,
    OVERDUE,
    PAID,
    CREDITED
}
