package com.pitstop.customer.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.OneLine;
import com.pitstop.shared.customer.CustomerId;

/** Asks that a customer is no longer one. The reason is empty when there is none to tell. */
public record DeactivateCustomer(@TargetAggregateIdentifier CustomerId customerId, String reason) {

    public static final int REASON_LIMIT = 200;

    public DeactivateCustomer {
        OneLine.requireAtMost("A customer's reason to leave", reason, REASON_LIMIT);
    }
}
