package com.pitstop.customer.domain;

import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.customer.CustomerRegistered;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** Someone the garage works for, until they leave. Who has left stays known, and stays as they were. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger", cache = "aggregateCache")
@Revision("1")
class Customer {

    @AggregateIdentifier
    private CustomerId id;

    // In the plain values of the event: the limits of ContactDetails may tighten, and history must still load.
    private ContactDetailsChanged details;

    private boolean active;

    @SuppressWarnings("NullAway.Init")
    Customer() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterCustomer command) {
        apply(registered(command.customerId().value(), command.contactDetails()));
    }

    @CommandHandler
    void handle(ChangeContactDetails command) {
        requireActive();
        var changed = changed(id.value(), command.contactDetails(details.name()));
        if (!changed.equals(details)) {
            apply(changed);
        }
    }

    @CommandHandler
    void handle(DeactivateCustomer command) {
        if (active) {
            apply(new CustomerDeactivated(id.value(), command.reason()));
        }
    }

    @EventSourcingHandler
    void on(CustomerRegistered event) {
        id = new CustomerId(event.customerId());
        details = new ContactDetailsChanged(
                event.customerId(),
                event.name(),
                event.address(),
                event.postalCode(),
                event.city(),
                event.telephoneNumber(),
                event.emailAddress());
        active = true;
    }

    @EventSourcingHandler
    void on(ContactDetailsChanged event) {
        details = event;
    }

    @EventSourcingHandler
    void on(CustomerDeactivated event) {
        active = false;
    }

    private void requireActive() {
        if (!active) {
            throw new RuleViolatedException(
                    "customer-active", "%s left the garage and can no longer be changed".formatted(details.name()));
        }
    }

    private static CustomerRegistered registered(UUID customerId, ContactDetails details) {
        return new CustomerRegistered(
                customerId,
                details.name(),
                details.address(),
                details.postalCode(),
                details.city(),
                details.telephoneNumber(),
                details.emailAddress());
    }

    private static ContactDetailsChanged changed(UUID customerId, ContactDetails details) {
        return new ContactDetailsChanged(
                customerId,
                details.name(),
                details.address(),
                details.postalCode(),
                details.city(),
                details.telephoneNumber(),
                details.emailAddress());
    }
}
