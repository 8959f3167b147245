package com.pitstop.billing.payments;

/** What became of something that the provider was asked. What is given up has lost its meaning before there was an answer. */
public enum StepStatus {
    ASKED,
    UNKNOWN,
    DONE,
    REFUSED,
    GIVEN_UP;

    boolean isOpen() {
        return this == ASKED || this == UNKNOWN;
    }
}
