package com.pitstop.shared.billing;

import java.math.BigDecimal;

/**
 * The VAT at one rate.
 *
 * @param net the sum of the lines at this rate
 * @param vat the percentage of that sum, rounded half up to two decimals
 */
public record InvoiceVat(BigDecimal percentage, BigDecimal net, BigDecimal vat) {}
