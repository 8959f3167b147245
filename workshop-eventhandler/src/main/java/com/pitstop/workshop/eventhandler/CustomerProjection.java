package com.pitstop.workshop.eventhandler;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.workshop.readmodel.CustomerView;
import com.pitstop.workshop.readmodel.CustomerViewRepository;

/** The workshop's copy of how to reach customers. */
@Component("workshopCustomerProjection")
@ProcessingGroup("workshop-customers")
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
        known(event.customerId()).contactDetailsChanged(event, version);
    }

    @EventHandler
    void on(CustomerDeactivated event, @SequenceNumber long version) {
        known(event.customerId()).deactivated(event, version);
    }

    @ResetHandler
    void reset() {
        customers.deleteAllInBatch();
    }

    private CustomerView known(UUID customerId) {
        return customers
                .findById(customerId)
                .orElseThrow(() ->
                        new IllegalStateException("The workshop has no row of customer %s".formatted(customerId)));
    }
}
