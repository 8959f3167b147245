package com.pitstop.billing.invoicing;

import java.util.UUID;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.Rebuilds;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.customer.CustomerId;

/** The customers that billing has heard of. While their table is being rebuilt, a customer's own events tell. */
@Component
public class KnownCustomers {

    private static final String PROCESSING_GROUP = "billing";

    private final CustomerViewRepository customers;
    private final Rebuilds rebuilds;

    KnownCustomers(CustomerViewRepository customers, Rebuilds rebuilds) {
        this.customers = customers;
        this.rebuilds = rebuilds;
    }

    /**
     * Insists that there is such a customer.
     *
     * @throws NotFoundException {@code known-customer} when there is not
     */
    public void require(UUID customerId) {
        if (!isKnown(customerId)) {
            throw new NotFoundException("known-customer", "Customer %s is not known".formatted(customerId));
        }
    }

    private boolean isKnown(UUID customerId) {
        return rebuilds.isKnown(
                PROCESSING_GROUP, new CustomerId(customerId).toString(), () -> customers.existsById(customerId));
    }
}
