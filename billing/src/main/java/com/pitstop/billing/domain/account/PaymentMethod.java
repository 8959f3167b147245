package com.pitstop.billing.domain.account;

/** How a customer pays. An invoice to be paid later is for fleets. */
public enum PaymentMethod {
    CARD,
    DIRECT_DEBIT,
    INVOICE
}
