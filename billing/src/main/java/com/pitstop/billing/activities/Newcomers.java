package com.pitstop.billing.activities;

import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.customer.CustomerId;

/** Customers by their own events. A slip asks for more in the moment after they registered, before billing has its copy. */
@Component
class Newcomers {

    private final EventStore eventStore;

    Newcomers(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /**
     * Insists that there is such a customer.
     *
     * @throws NotFoundException {@code known-customer} when there is not
     */
    void require(UUID customerId) {
        if (eventStore
                .lastSequenceNumberFor(new CustomerId(customerId).toString())
                .isEmpty()) {
            throw new NotFoundException("known-customer", "Customer %s is not known".formatted(customerId));
        }
    }
}
