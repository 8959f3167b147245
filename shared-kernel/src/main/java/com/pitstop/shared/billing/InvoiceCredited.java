package com.pitstop.shared.billing;

import org.axonframework.serialization.Revision;

/** Nothing is to be paid any more for the invoice: it has a credit note. */
@Revision("1")
public record InvoiceCredited(String number, String creditNoteNumber) {}
