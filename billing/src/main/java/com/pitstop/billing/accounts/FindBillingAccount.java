package com.pitstop.billing.accounts;

import java.util.UUID;

/** Asks for the billing account of a customer; answered by an optional {@link BillingAccount}. */
public record FindBillingAccount(UUID customerId) {}
