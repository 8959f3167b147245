package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.axonframework.serialization.Revision;

/**
 * A part of the invoice was paid. The rest is still due.
 *
 * @param currency ISO 4217
 * @param reference what the payment is found by
 * @param paidOn the day it was recorded
 */
@Revision("1")
public record InvoicePartlyPaid(
        String number, BigDecimal amount, String currency, String reference, LocalDate paidOn) {}
