package com.pitstop.process.customers;

import java.util.UUID;
import java.util.function.Consumer;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerRegistered;

/** Process management's copy of who is a customer. */
@Component("processCustomerProjection")
@ProcessingGroup("process-customers")
class CustomerProjection {

    private final CustomerViewRepository customers;

    CustomerProjection(CustomerViewRepository customers) {
        this.customers = customers;
    }

    @EventHandler
    void on(CustomerRegistered event, @SequenceNumber long version) {
        var details = new Details(
                event.name(),
                event.address(),
                event.postalCode(),
                event.city(),
                event.telephoneNumber(),
                event.emailAddress());
        customers.save(new CustomerView(event.customerId(), details, version));
    }

    @EventHandler
    void on(ContactDetailsChanged event, @SequenceNumber long version) {
        var details = new Details(
                event.name(),
                event.address(),
                event.postalCode(),
                event.city(),
                event.telephoneNumber(),
                event.emailAddress());
        change(event.customerId(), version, customer -> customer.change(details, version));
    }

    @EventHandler
    void on(CustomerDeactivated event, @SequenceNumber long version) {
        change(event.customerId(), version, customer -> customer.deactivate(version));
    }

    @ResetHandler
    void reset() {
        customers.deleteAllInBatch();
    }

    private void change(UUID customerId, long version, Consumer<CustomerView> change) {
        var customer = customers
                .findById(customerId)
                .orElseThrow(() ->
                        new IllegalStateException("Customer %s changed but is not in the table".formatted(customerId)));
        if (customer.isBefore(version)) {
            change.accept(customer);
            customers.save(customer);
        }
    }
}
