package com.pitstop.billing.domain.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends what was agreed on.
 *
 * @param reason up to 200 characters
 */
public record CloseBillingAccount(@TargetAggregateIdentifier BillingAccountId accountId, String reason) {}
