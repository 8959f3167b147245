package com.pitstop.customer.activities;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.customer.domain.ContactDetails;
import com.pitstop.customer.domain.DeactivateCustomer;
import com.pitstop.customer.domain.RegisterCustomer;
import com.pitstop.shared.customer.CustomerId;

/** {@code register-customer}: makes a person a customer, and answers with the {@code customerId}. */
@Component
class RegisteringCustomer implements Activity {

    private static final String UNDONE = "onboarding-failed";

    private final StepCommands commands;

    RegisteringCustomer(StepCommands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "register-customer";
    }

    @Override
    public Reply perform(Step step) {
        commands.perform(step, new RegisterCustomer(customer(step), contactDetails(step)));
        return registered(step);
    }

    @Override
    public Reply undo(Step step) {
        return commands.undo(step, new DeactivateCustomer(customer(step), UNDONE));
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? registered(step) : Reply.notDone();
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

    private static CustomerId customer(Step step) {
        return new CustomerId(step.id());
    }
}
