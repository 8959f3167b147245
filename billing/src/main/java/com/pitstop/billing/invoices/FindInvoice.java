package com.pitstop.billing.invoices;

/** Asks for an invoice or a credit note by its number; answered by an {@link Invoice} if there is one. */
public record FindInvoice(String number) {}
