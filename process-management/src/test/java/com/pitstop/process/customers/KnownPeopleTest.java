package com.pitstop.process.customers;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.process.ProcessManagement;
import com.pitstop.shared.Refusal;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleUnregistered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Who is a customer already, as process management knows it, and what an onboarding makes of that. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class KnownPeopleTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final Duration SOON = Duration.ofSeconds(20);

    private static ConfigurableApplicationContext service;

    @Parameter
    Database database;

    private final UUID anna = UUID.randomUUID();
    private final String mail = "Anna-" + anna + "@example.org";

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(ProcessManagement.class)
                .properties(Map.of("spring.application.name", "process-management"))
                .run(TestDatabases.arguments(database.settings()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void areFoundByAllTheirDetails() {
        assertThat(people().find(details("Anna Jansen", "Kade 1"))).isEmpty();

        annaRegisters();

        assertThat(people().find(details("Anna Jansen", "Kade 1"))).contains(anna);
        assertKnownOtherwise(details("Anna Jansen", "Kade 2"));
        assertKnownOtherwise(details("Hanna Jansen", "Kade 1"));
    }

    @Test
    void areFoundByWhatChangedAndNoMoreWhenTheyLeft() {
        annaRegisters();
        happened(
                "customer:" + anna,
                1,
                new ContactDetailsChanged(anna, "Anna Jansen", "Kade 2", "1234 AB", "Utrecht", "+31612345678", mail));
        await().atMost(SOON).untilAsserted(() -> assertKnownOtherwise(details("Anna Jansen", "Kade 1")));
        assertThat(people().find(details("Anna Jansen", "Kade 2"))).contains(anna);

        happened("customer:" + anna, 2, new CustomerDeactivated(anna, "Moved away"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(people().find(details("Anna Jansen", "Kade 2")))
                        .isEmpty());
    }

    @Test
    void areTheSameAfterTheyWereRebuilt() {
        annaRegisters();
        var before = rows();
        var processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessor("process-customers", StreamingEventProcessor.class)
                .orElseThrow();

        processor.shutDown();
        processor.resetTokens();
        assertThat(rows()).isEmpty();
        processor.start();

        await().atMost(SOON).untilAsserted(() -> assertThat(rows()).isEqualTo(before));
    }

    @Nested
    class ValidatingAnIntake {

        private final String vehicle =
                "V-" + Math.floorMod(anna.hashCode(), 999) + "-" + Math.floorMod(anna.getLeastSignificantBits(), 999);

        @Test
        void findsNothingWrongWithSomebodyNew() {
            var reply = validate();

            assertThat(reply.outcome()).contains(Outcome.COMPLETED);
            assertThat(reply.variables()).isEmpty();
        }

        @Test
        void saysWhoIsKnownAlready() {
            annaRegisters();
            happened("vehicle:" + vehicle, 0, new VehicleRegistered(vehicle, "Fiat", "500", anna));

            assertThat(validate().variables()).isEqualTo(Map.of("knownCustomerId", anna.toString()));
        }

        @Test
        void refusesAVehicleOfAnybodyElse() {
            var other = UUID.randomUUID();
            happened("vehicle:" + vehicle, 0, new VehicleRegistered(vehicle, "Fiat", "500", other));
            assertRefused("license-number-free");

            happened("vehicle:" + vehicle, 1, new VehicleUnregistered(vehicle, "Sold"));
            assertThat(validate().outcome()).contains(Outcome.COMPLETED);
        }

        @Test
        void refusesWhoIsKnownOtherwise() {
            happened("customer:" + anna, 0, registered("Hanna Jansen"));
            await().atMost(SOON).untilAsserted(() -> assertRefused("customer-known-otherwise"));
        }

        @Test
        void refusesWhatNoRequestMaySay() {
            assertThatExceptionOfType(RuleViolatedException.class)
                    .isThrownBy(() -> activity().perform(step(Map.of("customer", Map.of("email", mail)))))
                    .withMessageContaining("customer.lastName must not be blank")
                    .withMessageContaining("customer.phone must read like");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> activity().perform(step(Map.of("customer", "Anna"))))
                    .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("step-argument"));
        }

        @Test
        void leavesNothingToUndo() {
            assertThat(activity().undo(asked()).data()).containsEntry("found", false);
            assertThat(activity().outcome(asked())).isEqualTo(validate());
        }

        private void assertRefused(String rule) {
            assertThatExceptionOfType(RuleViolatedException.class)
                    .isThrownBy(this::validate)
                    .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
        }

        private Reply validate() {
            return activity().perform(asked());
        }

        private Step asked() {
            return step(Map.of(
                    "customer",
                    Map.of(
                            "email", mail,
                            "firstName", "Anna",
                            "lastName", "Jansen",
                            "phone", "+31612345678",
                            "address", "Kade 1",
                            "postalCode", "1234 AB",
                            "city", "Utrecht"),
                    "vehicles",
                    List.of(Map.of("licenseNumber", vehicle, "brand", "Fiat", "type", "500")),
                    "billing",
                    Map.of("plan", "PAY_AS_YOU_GO"),
                    "preferences",
                    Map.of("newsletter", false, "sms", true, "dataSharing", false)));
        }

        private Step step(Map<String, Object> arguments) {
            return new Step(UUID.randomUUID(), "validate-intake", "key", 1, new HashMap<>(arguments), Map.of(), "");
        }

        private Activity activity() {
            return service.getBeansOfType(Activity.class).values().stream()
                    .filter(activity -> activity.name().equals("validate-intake"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void annaRegisters() {
        happened("customer:" + anna, 0, registered("Anna Jansen"));
        await().atMost(SOON)
                .until(() -> people().find(details("Anna Jansen", "Kade 1")).isPresent());
    }

    private CustomerRegistered registered(String name) {
        return new CustomerRegistered(anna, name, "Kade 1", "1234 AB", "Utrecht", "+31612345678", mail);
    }

    private Details details(String name, String address) {
        return new Details(name, address, "1234 AB", "Utrecht", "+31612345678", mail);
    }

    private static void assertKnownOtherwise(Details details) {
        assertThatExceptionOfType(RuleViolatedException.class)
                .isThrownBy(() -> people().find(details))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("customer-known-otherwise"));
    }

    private static KnownPeople people() {
        return service.getBean(KnownPeople.class);
    }

    private static List<Map<String, Object>> rows() {
        return service.getBean(JdbcTemplate.class).queryForList("select * from process.customer order by customer_id");
    }

    private static void happened(String stream, long number, Object event) {
        service.getBean(EventStore.class).publish(new GenericDomainEventMessage<>("Test", stream, number, event));
    }
}
