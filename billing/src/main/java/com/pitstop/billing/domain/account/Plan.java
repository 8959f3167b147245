package com.pitstop.billing.domain.account;

/** What a customer pays for: each visit, a service of the year, or a number of vehicles together. */
public enum Plan {
    PAY_AS_YOU_GO,
    SERVICE_PLAN,
    FLEET;

    private static final int TRIAL_DAYS = 14;

    /** How long it is tried before it costs anything. */
    int trialDays() {
        return this == PAY_AS_YOU_GO ? 0 : TRIAL_DAYS;
    }
}
