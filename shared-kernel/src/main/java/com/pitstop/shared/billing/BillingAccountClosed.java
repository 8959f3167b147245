package com.pitstop.shared.billing;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** What was agreed on how a customer pays has ended. */
@Revision("1")
public record BillingAccountClosed(UUID customerId, String reason) {}
