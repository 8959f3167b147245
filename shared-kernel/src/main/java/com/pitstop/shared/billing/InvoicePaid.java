package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.axonframework.serialization.Revision;

/**
 * The invoice was paid: with what was due of it, so that nothing is any more.
 *
 * @param currency ISO 4217
 * @param reference what the payment is found by, such as the line of a bank statement
 * @param paidOn the day it was recorded
 */
@Revision("1")
public record InvoicePaid(String number, BigDecimal amount, String currency, String reference, LocalDate paidOn) {}
