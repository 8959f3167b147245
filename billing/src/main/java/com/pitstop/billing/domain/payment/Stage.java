package com.pitstop.billing.domain.payment;

/** How far a payment has come. Refunds are counted beside it: there may be several at once. */
enum Stage {
    REQUESTED,
    AWAITING_CUSTOMER,
    AUTHORIZED,
    DECLINED,
    CAPTURE_REQUESTED,
    CAPTURED,
    VOID_REQUESTED,
    VOIDED
}
