package com.pitstop.billing.domain.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.OneLine;

/** Ends what was agreed on. */
public record CloseBillingAccount(@TargetAggregateIdentifier BillingAccountId accountId, String reason) {

    public static final int REASON_LIMIT = 200;

    public CloseBillingAccount {
        OneLine.require("The reason to close a billing account", reason, REASON_LIMIT);
    }
}
