package com.pitstop.billing.paying;

import java.math.BigDecimal;

import com.pitstop.shared.billing.InvoiceIssued;

/**
 * An invoice, and what is still to be paid of it.
 *
 * @param due in the invoice's currency, 0 when it is paid or credited
 */
public record Payable(InvoiceIssued invoice, BigDecimal due) {}
