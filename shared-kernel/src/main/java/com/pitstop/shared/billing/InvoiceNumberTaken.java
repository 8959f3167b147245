package com.pitstop.shared.billing;

import org.axonframework.serialization.Revision;

/**
 * The next number of a year was given to an invoice or a credit note, which is stored with it.
 *
 * @param sequence counts from 1, without gaps
 */
@Revision("1")
public record InvoiceNumberTaken(int year, int sequence) {}
