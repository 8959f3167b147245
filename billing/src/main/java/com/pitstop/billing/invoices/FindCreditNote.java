package com.pitstop.billing.invoices;

/** Asks for the credit note of an invoice; answered by an {@link Invoice} if there is one. */
public record FindCreditNote(String invoiceNumber) {}
