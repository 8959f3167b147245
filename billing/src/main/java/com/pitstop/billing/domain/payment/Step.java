package com.pitstop.billing.domain.payment;

/** What a provider is asked to do. */
public enum Step {
    AUTHORIZATION,
    CAPTURE,
    VOID,
    REFUND
}
