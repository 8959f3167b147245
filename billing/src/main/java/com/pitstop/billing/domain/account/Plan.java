package com.pitstop.billing.domain.account;

/** What a customer pays for: each visit, a service of the year, or a number of vehicles together. */
public enum Plan {
    PAY_AS_YOU_GO,
    SERVICE_PLAN,
    FLEET
}
