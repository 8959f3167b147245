package com.pitstop.process.definition;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.pitstop.shared.process.SlipStep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The processes as they are delivered. */
class ProcessesOfTheGarageTest {

    private final Definitions definitions;

    ProcessesOfTheGarageTest() throws IOException {
        definitions = new DefinitionConfiguration()
                .processDefinitions(new DefinitionSettings("classpath:processes/"), new SpelConditions());
    }

    @Test
    void areValid() {
        assertThat(definitions.all())
                .extracting(ProcessDefinition::id)
                .containsExactly(
                        "customer-onboarding@1",
                        "inspection-again@1",
                        "inspection-repair@1",
                        "periodic-inspection@1",
                        "repair-order@1",
                        "vehicle-triage@1");
    }

    @Test
    void onboardACustomerWithTheirVehiclesSideBySide() {
        var car = Map.of("licenseNumber", "KN-16-RS", "brand", "Fiat", "type", "500");
        var steps = definitions
                .newest("customer-onboarding")
                .itinerary(Map.of(
                        "customer", Map.of("firstName", "Anna", "lastName", "Jansen", "email", "anna@example.org"),
                        "vehicles", List.of(car, car),
                        "billing", Map.of("plan", "FLEET")));

        assertThat(steps)
                .extracting(SlipStep::name, SlipStep::stage, SlipStep::maxAttempts)
                .containsExactly(
                        tuple("validate-intake", 1, 10),
                        tuple("register-customer", 2, 3),
                        tuple("register-vehicle-1", 3, 3),
                        tuple("register-vehicle-2", 3, 3),
                        tuple("open-billing-account", 3, 5),
                        tuple("open-account-to-pay-as-you-go", 3, 5),
                        tuple("set-contact-preferences", 3, 3),
                        tuple("send-welcome", 4, 5),
                        tuple("activate-customer", 5, 2),
                        tuple("open-account-later", 6, 100));
        assertThat(steps.get(0).arguments())
                .isEqualTo(Map.of("customer", "${customer}", "vehicles", "${vehicles}", "billing", "${billing}"));
        assertThat(steps.get(1).arguments())
                .isEqualTo(Map.of(
                        "name",
                        "Anna Jansen",
                        "emailAddress",
                        "anna@example.org",
                        "knownCustomerId",
                        "${knownCustomerId}"));
        assertThat(steps.get(2).arguments())
                .isEqualTo(Map.of(
                        "licenseNumber", "KN-16-RS", "brand", "Fiat", "type", "500", "ownerId", "${customerId}"));
        assertThat(steps.get(4).arguments()).isEqualTo(Map.of("customerId", "${customerId}", "plan", "FLEET"));
        assertThat(steps.get(9).arguments()).isEqualTo(steps.get(4).arguments());
    }

    @Test
    void leaveTheSlotOfARepairToSignals() {
        var steps = definitions
                .newest("repair-order")
                .itinerary(Map.of("start", "2026-11-23T09:00", "end", "2026-11-23T11:00", "description", "Brakes"));

        assertThat(steps)
                .extracting(SlipStep::name)
                .containsExactly(
                        "place-order",
                        "authorise-payment",
                        "plan-job",
                        "confirm-order",
                        "wait-for-job",
                        "capture-payment");
        assertThat(steps.get(2).arguments()).containsEntry("start", "${start}");
        assertThat(steps.get(2).choice()).isEqualTo("slot-chosen");
    }

    @Test
    void keepThePartsOfARepairForItsJob() {
        var steps = definitions
                .newest("repair-order")
                .itinerary(Map.of(
                        "lines", List.of(Map.of("sku", "OIL", "quantity", 4), Map.of("sku", "FILTER", "quantity", 1)),
                        "orders", List.of(Map.of("sku", "BATTERY", "quantity", 1))));

        assertThat(steps)
                .filteredOn(step -> step.participant().equals("parts"))
                .extracting(
                        SlipStep::name,
                        SlipStep::stage,
                        step -> step.arguments().get("reservationId"))
                .containsExactly(
                        tuple("reserve-parts-1", 2, "${jobId}"),
                        tuple("reserve-parts-2", 2, "${jobId}"),
                        tuple("arrange-delivery-1", 2, null),
                        tuple("reserve-ordered-parts-1", 3, "${jobId}"));
        assertThat(steps)
                .filteredOn(step -> step.name().equals("plan-job"))
                .allSatisfy(step -> assertThat(step.arguments()).containsEntry("jobId", "${jobId}"));
    }

    @Test
    void canBeDrawn() {
        assertThat(definitions.newest("vehicle-triage").flowchart()).isEqualTo("""
                flowchart TD
                    begin([begin])
                    assess["assess<br/>then waits for assessed"]
                    begin -->|"condition == null"| assess
                    choose-slot["choose-slot<br/>then waits for slot-chosen"]
                    assess -->|"condition == 'ATTENTION' and start == null"| choose-slot
                    immobilise["immobilise"]
                    choose-slot -->|"condition == 'UNSAFE'"| immobilise
                    alert-chief-mechanic["alert-chief-mechanic"]
                    choose-slot -->|"condition == 'UNSAFE'"| alert-chief-mechanic
                    plan-job["plan-job"]
                    choose-slot -->|"condition == 'ATTENTION'"| plan-job
                    send-advice["send-advice"]
                    choose-slot -->|"condition == 'FINE'"| send-advice
                    finish([end])
                    immobilise --> finish
                    alert-chief-mechanic --> finish
                    plan-job --> finish
                    send-advice --> finish
                """);
    }
}
