package com.pitstop.customer.activities;

import java.util.Map;
import java.util.Optional;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.customer.domain.ContactDetails;
import com.pitstop.customer.domain.DeactivateCustomer;
import com.pitstop.customer.domain.RegisterCustomer;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.CustomerId;

/**
 * {@code register-customer}: makes a person a customer, and answers with the {@code customerId}. Who is one already, as
 * {@code knownCustomerId} and with the same details, is as good, is answered with {@code alreadyExists}, sets {@code returning},
 * and stays a customer when the step is undone.
 */
@Component
class RegisteringCustomer implements Activity {

    private static final String UNDONE = "onboarding-failed";
    private static final String KNOWN = "knownCustomerId";

    private final StepCommands commands;
    private final EventStore eventStore;

    RegisteringCustomer(StepCommands commands, EventStore eventStore) {
        this.commands = commands;
        this.eventStore = eventStore;
    }

    @Override
    public String name() {
        return "register-customer";
    }

    @Override
    public Reply perform(Step step) {
        var details = contactDetails(step);
        var known = commands.isDone(step) ? Optional.<KnownCustomer>empty() : known(step);
        if (known.isPresent()) {
            requireSame(known.get(), details);
            return alreadyRegistered(step);
        }
        commands.perform(step, new RegisterCustomer(customer(step), details));
        return registered(step);
    }

    @Override
    public Reply undo(Step step) {
        return commands.undo(step, new DeactivateCustomer(customer(step), UNDONE));
    }

    @Override
    public Reply outcome(Step step) {
        if (commands.isDone(step)) {
            return registered(step);
        }
        return known(step)
                .filter(known -> known.isSameAs(contactDetails(step)))
                .map(known -> alreadyRegistered(step))
                .orElseGet(Reply::notDone);
    }

    /** By their own events: whoever said that they are known may have heard of it late. */
    private Optional<KnownCustomer> known(Step step) {
        return step.optionalText(KNOWN).isPresent()
                ? KnownCustomer.find(new CustomerId(step.uuid(KNOWN)), eventStore)
                : Optional.empty();
    }

    private static void requireSame(KnownCustomer known, ContactDetails details) {
        if (!known.isSameAs(details)) {
            throw new RuleViolatedException(
                    "customer-known-otherwise", "Of this mail address there is a customer with other details");
        }
    }

    private static ContactDetails contactDetails(Step step) {
        return new ContactDetails(
                step.text("name"),
                step.text("address"),
                step.text("postalCode"),
                step.text("city"),
                step.text("telephoneNumber"),
                step.text("emailAddress"));
    }

    private static Reply registered(Step step) {
        return Reply.completed(Map.of("customerId", customer(step).value().toString()));
    }

    private static Reply alreadyRegistered(Step step) {
        return Reply.completed(
                Map.of("customerId", step.uuid(KNOWN).toString(), "alreadyExists", true), Map.of("returning", true));
    }

    private static CustomerId customer(Step step) {
        return new CustomerId(step.id());
    }
}
