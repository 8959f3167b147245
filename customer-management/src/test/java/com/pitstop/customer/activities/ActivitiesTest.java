package com.pitstop.customer.activities;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.chassis.test.PaperSlip;
import com.pitstop.chassis.test.PaperSlip.PaperStep;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.customer.CustomerManagement;
import com.pitstop.customer.domain.DeactivateCustomer;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.shared.process.StepAnswered;

import static org.assertj.core.api.Assertions.assertThat;

/** What customer management does for routing slips, and what it answers. */
class ActivitiesTest {

    private static ConfigurableApplicationContext service;
    private static EventStore events;
    private static CommandGateway commands;

    private final PaperSlip slip = new PaperSlip(events, "customer");
    private final PaperStep register = slip.step(
            "register-customer",
            Map.of(
                    "name", "Anna Jansen",
                    "address", "Kade 1",
                    "postalCode", "1234 AB",
                    "city", "Utrecht",
                    "telephoneNumber", "+31 6 5550 1234",
                    "emailAddress", "anna@example.org"));

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(CustomerManagement.class)
                .properties(Map.of("spring.application.name", "customer-management"))
                .run(TestDatabases.arguments(TestDatabases.h2()));
        events = service.getBean(EventStore.class);
        commands = service.getBean(CommandGateway.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void registersACustomerOnceHoweverOftenItIsAskedTo() {
        var answer = register.performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(register.performed().data()).isEqualTo(answer.data());
        var customer = customer(answer);
        assertThat(happenedTo(customer))
                .containsExactly(new CustomerRegistered(
                        customer.value(),
                        "Anna Jansen",
                        "Kade 1",
                        "1234 AB",
                        "Utrecht",
                        "+31 6 5550 1234",
                        "anna@example.org"));
    }

    @Test
    void refusesSomebodyWithoutAName() {
        assertRefused(slip.step("register-customer", Map.of("city", "Utrecht")).performed(), "step-argument");
    }

    @Test
    void undoesARegistration() {
        var answer = register.performed();

        assertThat(register.undone(answer.data()).data()).containsEntry("found", true);

        assertThat(happenedTo(customer(answer)))
                .endsWith(new CustomerDeactivated(customer(answer).value(), "onboarding-failed"));
        assertThat(register.undone(answer.data()).data()).containsEntry("found", true);
        assertThat(happenedTo(customer(answer))).hasSize(2);
    }

    @Test
    void hasNothingToUndoWhenNobodyWasRegistered() {
        assertThat(register.undone(Map.of()).data()).containsEntry("found", false);
    }

    @Test
    void saysWhetherSomebodyWasRegistered() {
        assertThat(register.outcome().outcome()).isEqualTo("NOT_DONE");

        var answer = register.performed();

        assertThat(register.outcome().data()).isEqualTo(answer.data());
    }

    @Test
    void isContentWithWhoIsACustomerAlreadyAndLeavesThemOne() {
        var customer = customer(register.performed());
        var again = again(customer, "Kade 1");

        var answer = again.performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(answer.data())
                .isEqualTo(Map.of("customerId", customer.value().toString(), "alreadyExists", true));
        assertThat(answer.variables()).containsEntry("returning", true);
        assertThat(again.outcome().data()).isEqualTo(answer.data());
        assertThat(again.undone(answer.data()).data()).containsEntry("found", false);
        assertThat(happenedTo(customer)).hasSize(1);
    }

    @Test
    void refusesWhoIsACustomerWithOtherDetails() {
        var customer = customer(register.performed());

        assertRefused(again(customer, "Kade 2").performed(), "customer-known-otherwise");
        assertThat(again(customer, "Kade 2").outcome().outcome()).isEqualTo("NOT_DONE");
    }

    @Test
    void registersAnewWhoHasLeft() {
        var customer = customer(register.performed());
        commands.sendAndWait(new DeactivateCustomer(customer, "Moved away"));

        var answer = again(customer, "Kade 1").performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(customer(answer)).isNotEqualTo(customer);
        assertThat(answer.variables()).isEmpty();
    }

    @Test
    void activatesWhoIsACustomer() {
        var customer = customer(register.performed());
        var activate = activate(customer.value());

        var answer = activate.performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(answer.data())
                .isEqualTo(Map.of("customerId", customer.value().toString()));
        assertThat(activate.performed().data()).isEqualTo(answer.data());
        assertThat(activate.outcome().data()).isEqualTo(answer.data());
        assertThat(activate.undone(answer.data()).data()).containsEntry("found", false);
        assertThat(happenedTo(customer)).hasSize(1);
    }

    @Test
    void doesNotActivateWhoLeft() {
        var customer = customer(register.performed());
        commands.sendAndWait(new DeactivateCustomer(customer, "Moved away"));

        assertRefused(activate(customer.value()).performed(), "customer-active");
        assertThat(activate(customer.value()).outcome().outcome()).isEqualTo("NOT_DONE");
    }

    @Test
    void doesNotActivateAStranger() {
        assertRefused(activate(UUID.randomUUID()).performed(), "known-customer");
    }

    private PaperStep again(CustomerId known, String address) {
        return slip.step(
                "register-again",
                "register-customer",
                Map.of(
                        "name", "Anna Jansen",
                        "address", address,
                        "postalCode", "1234 AB",
                        "city", "Utrecht",
                        "telephoneNumber", "+31 6 5550 1234",
                        "emailAddress", "Anna@example.org",
                        "knownCustomerId", known.value().toString()));
    }

    private PaperStep activate(UUID customerId) {
        return slip.step("activate-customer", Map.of("customerId", customerId.toString()));
    }

    private static CustomerId customer(StepAnswered answer) {
        return new CustomerId(UUID.fromString((String) answer.data().get("customerId")));
    }

    private static void assertRefused(StepAnswered answer, String rule) {
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.message()).isNotBlank();
    }

    private static List<Object> happenedTo(Object stream) {
        return events.readEvents(stream.toString(), 0)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }
}
