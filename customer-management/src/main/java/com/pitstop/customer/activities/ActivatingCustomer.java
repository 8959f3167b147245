package com.pitstop.customer.activities;

import java.util.Map;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerId;

/**
 * {@code activate-customer}: insists that {@code customerId} is a customer. Whoever registers is active at once, so there is
 * nothing to do, and nothing to undo.
 */
@Component
class ActivatingCustomer implements Activity {

    private final EventStore eventStore;

    ActivatingCustomer(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public String name() {
        return "activate-customer";
    }

    @Override
    public Reply perform(Step step) {
        var customerId = step.uuid("customerId");
        requireActive(customerId);
        return Reply.completed(Map.of("customerId", customerId.toString()));
    }

    @Override
    public Reply undo(Step step) {
        return Reply.undone(false);
    }

    @Override
    public Reply outcome(Step step) {
        return perform(step);
    }

    /** By the customer's own events: the view may not have heard of them yet. */
    private void requireActive(UUID customerId) {
        var left = PastEvents.of(eventStore, new CustomerId(customerId))
                .<Boolean>map(CustomerDeactivated.class::isInstance)
                .reduce(Boolean::logicalOr)
                .orElseThrow(() ->
                        new NotFoundException("known-customer", "Customer %s is not known".formatted(customerId)));
        if (left) {
            throw new RuleViolatedException("customer-active", "Customer %s left the garage".formatted(customerId));
        }
    }
}
