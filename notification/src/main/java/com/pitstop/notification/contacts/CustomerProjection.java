package com.pitstop.notification.contacts;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerRegistered;

/** Notification's copy of where customers read mail. Who left the garage may still have a job, and hears of it. */
@Component("notificationCustomerProjection")
@ProcessingGroup("notification")
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
        customers
                .findById(event.customerId())
                .orElseThrow(() -> new IllegalStateException(
                        "Notification has no row of customer %s".formatted(event.customerId())))
                .changed(event, version);
    }

    @ResetHandler
    void reset() {
        customers.deleteAllInBatch();
    }
}
