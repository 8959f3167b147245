package com.pitstop.billing.domain;

import java.math.BigDecimal;

/**
 * A kind of part that a job took, at the price of that moment.
 *
 * @param quantity pieces
 * @param unitPrice of one piece, excluding VAT
 * @param currency ISO 4217
 */
public record BilledPart(String sku, String name, int quantity, BigDecimal unitPrice, String currency) {}
