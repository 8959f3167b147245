package com.pitstop.customer.registry;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerRegistered;

/** Keeps the registry of customers in step with what happened to them. */
@Component
@ProcessingGroup("customer-registry")
class CustomerProjection {

    private final CustomerViewRepository customers;

    CustomerProjection(CustomerViewRepository customers) {
        this.customers = customers;
    }

    @EventHandler
    void on(CustomerRegistered event, @SequenceNumber long version) {
        customers.save(new CustomerView(event, version));
    }

    @EventHandler
    void on(ContactDetailsChanged event, @SequenceNumber long version) {
        var customer = known(event.customerId());
        if (customer.isBefore(version)) {
            customer.change(event, version);
            customers.save(customer);
        }
    }

    @EventHandler
    void on(CustomerDeactivated event, @SequenceNumber long version) {
        var customer = known(event.customerId());
        if (customer.isBefore(version)) {
            customer.deactivate(version);
            customers.save(customer);
        }
    }

    @ResetHandler
    void reset() {
        customers.deleteAllInBatch();
    }

    private CustomerView known(UUID customerId) {
        return customers
                .findById(customerId)
                .orElseThrow(() -> new IllegalStateException(
                        "Customer %s changed but is not in the registry".formatted(customerId)));
    }
}
