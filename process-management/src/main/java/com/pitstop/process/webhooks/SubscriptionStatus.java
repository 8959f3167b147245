package com.pitstop.process.webhooks;

/** Whether a subscriber is told. */
public enum SubscriptionStatus {
    ACTIVE,

    /** Eight tries failed, and nothing more is delivered until somebody releases it. */
    PARKED,

    /** The subscriber answered that it wants no more. */
    GONE
}
