package com.pitstop.billing.accounts;

/** Whether what was agreed still holds. */
public enum AccountStatus {
    OPEN,
    CLOSED
}
