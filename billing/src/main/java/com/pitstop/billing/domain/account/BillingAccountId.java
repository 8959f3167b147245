package com.pitstop.billing.domain.account;

import java.util.UUID;

/** The billing account of a customer. Reads {@code billing-account:<uuid>}: the name of its stream of events. */
public record BillingAccountId(UUID customerId) {

    @Override
    public String toString() {
        return "billing-account:" + customerId;
    }
}
