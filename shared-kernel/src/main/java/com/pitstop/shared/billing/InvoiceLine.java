package com.pitstop.shared.billing;

import java.math.BigDecimal;

/**
 * A line of an invoice. On a credit note quantity and net are negative.
 *
 * @param sku of a part, empty for labour
 * @param unit what is counted: {@code hour} or {@code piece}
 * @param unitPrice excluding VAT
 * @param vatPercentage such as 21
 * @param net the quantity at the unit price, excluding VAT, rounded half up to two decimals
 */
public record InvoiceLine(
        String description,
        String sku,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        BigDecimal vatPercentage,
        BigDecimal net) {}
