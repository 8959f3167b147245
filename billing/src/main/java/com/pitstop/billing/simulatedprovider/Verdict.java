package com.pitstop.billing.simulatedprovider;

import org.jspecify.annotations.Nullable;

/** What becomes of an order. */
record Verdict(Status status, @Nullable String reason) {

    static final Verdict DONE = new Verdict(Status.DONE, null);
    static final Verdict PENDING = new Verdict(Status.PENDING, null);

    /** Pending is an order that the customer has to confirm. */
    enum Status {
        DONE,
        DECLINED,
        PENDING
    }

    static Verdict declined(String reason) {
        return new Verdict(Status.DECLINED, reason);
    }
}
