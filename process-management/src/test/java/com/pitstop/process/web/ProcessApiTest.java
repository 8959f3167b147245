package com.pitstop.process.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.process.ProcessManagement;
import com.pitstop.process.domain.CancelRoutingSlip;
import com.pitstop.process.domain.CompleteStep;
import com.pitstop.process.domain.PauseRoutingSlip;
import com.pitstop.process.domain.ReceiveSignal;
import com.pitstop.process.domain.ResolveRoutingSlip;
import com.pitstop.process.domain.ResumeRoutingSlip;
import com.pitstop.process.domain.RetryStep;
import com.pitstop.process.domain.ReviseItinerary;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.domain.SkipStep;
import com.pitstop.process.domain.StartRoutingSlip;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.StockReceived;
import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipStarted;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepRetryScheduled;

import static com.pitstop.chassis.test.Api.assertProblem;
import static com.pitstop.chassis.test.Api.fields;
import static com.pitstop.chassis.test.Api.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Processes as clients and operators meet them over HTTP. Commands are recorded where they would be handled. */
@SpringBootTest(
        classes = ProcessManagement.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "pitstop.processes.intake.blocked-mail-domains=mailinator.com")
class ProcessApiTest {

    private static final Map<String, Object> MORNING =
            Map.of("start", "2026-11-23T09:00:00", "end", "2026-11-23T11:00:00");
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private static final Set<Class<?>> OF_CLIENTS = Set.of(
            StartRoutingSlip.class,
            PauseRoutingSlip.class,
            ResumeRoutingSlip.class,
            CancelRoutingSlip.class,
            ResolveRoutingSlip.class,
            ReceiveSignal.class,
            ReviseItinerary.class,
            RetryStep.class,
            SkipStep.class,
            CompleteStep.class);

    @Autowired
    private EventStore events;

    @Autowired
    private CommandBus commands;

    @Value("http://localhost:${local.server.port}")
    private String address;

    private Registration recording;
    private final BlockingQueue<Object> recorded = new LinkedBlockingQueue<>();
    private final UUID slip = UUID.randomUUID();
    private final RoutingSlipId id = new RoutingSlipId(slip);
    private long number;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void thereAreParts() {
        for (var sku : List.of("PADS-1", "DISC-2")) {
            if (events.lastSequenceNumberFor("part:" + sku).isEmpty()) {
                happenedToPart(sku, 0, new PartRegistered(sku, "Brakes", BigDecimal.ONE, "EUR", 0));
                happenedToPart(sku, 1, new StockReceived(sku, UUID.randomUUID(), 10));
            }
        }
    }

    @BeforeEach
    void recordCommands() {
        recording = commands.registerHandlerInterceptor((unitOfWork, chain) -> {
            var command = unitOfWork.getMessage().getPayload();
            return OF_CLIENTS.contains(command.getClass()) ? recorded.add(command) : chain.proceed();
        });
    }

    @AfterEach
    void recordNoMore() {
        recording.cancel();
    }

    @Nested
    class BeginningAnOnboarding {

        @Test
        void answersWhereToLookHowFarItHasCome() {
            var answer = send(HttpMethod.POST, "/api/onboardings", anna());

            assertThat(answer.getStatusCode().value()).isEqualTo(202);
            var started = (StartRoutingSlip) recorded.remove();
            var place = "/api/onboardings/" + started.slipId().trackingNumber();
            assertThat(answer.getHeaders().getLocation()).hasToString(place + "/status");
            assertThat(answer.getBody())
                    .containsEntry(
                            "trackingNumber", started.slipId().trackingNumber().toString())
                    .containsEntry("status", "RUNNING")
                    .containsEntry("statusUrl", place + "/status")
                    .containsEntry("resultsUrl", place + "/results")
                    .containsEntry("correlationId", answer.getHeaders().getFirst("X-Correlation-ID"));
        }

        @Test
        void asksForTheStepsOfTheDefinition() {
            send(HttpMethod.POST, "/api/onboardings", anna());

            var started = (StartRoutingSlip) recorded.remove();
            assertThat(started.process()).isEqualTo("customer-onboarding");
            assertThat(started.version()).isEqualTo(1);
            assertThat(started.itinerary())
                    .extracting(SlipStep::name)
                    .startsWith("validate-intake", "register-customer", "register-vehicle-1", "open-billing-account")
                    .endsWith("activate-customer", "open-account-later");
            assertThat(started.variables())
                    .containsEntry("preferences", Map.of("newsletter", false, "sms", true, "dataSharing", false))
                    .containsEntry(
                            "vehicles", List.of(Map.of("licenseNumber", "KN-16-RS", "brand", "Fiat", "type", "500")));
        }

        @Test
        void hasOneEffectPerIdempotencyKeyInEitherSpelling() {
            var key = UUID.randomUUID().toString();

            var first = send(HttpMethod.POST, "/api/onboardings", anna(), "Idempotency-Key", key);
            var second = send(HttpMethod.POST, "/api/onboardings", anna(), "X-Idempotency-Key", key);

            assertThat(second.getBody().get("trackingNumber"))
                    .isEqualTo(first.getBody().get("trackingNumber"));
            assertThat(recorded).hasSize(1);
        }

        @Test
        void isRefusedWithAllThatIsWrongAtOnce() {
            var answer = send(
                    HttpMethod.POST,
                    "/api/onboardings",
                    Map.of(
                            "customer", Map.of("email", "nobody", "firstName", " ", "phone", "06-12345678"),
                            "vehicles", List.of(Map.of("licenseNumber", "?", "brand", "Fiat", "type", "500")),
                            "billing", Map.of("plan", "GOLD", "referralCode", "REF-1"),
                            "preferences", Map.of("newsletter", true)));

            assertProblem(answer, 422, "urn:pitstop:problem:intake-refused");
            assertThat(fields(answer))
                    .containsExactly(
                            "billing.paymentMethod",
                            "billing.plan",
                            "billing.referralCode",
                            "customer.address",
                            "customer.city",
                            "customer.email",
                            "customer.firstName",
                            "customer.lastName",
                            "customer.phone",
                            "customer.postalCode",
                            "preferences.newsletter",
                            "vehicles[0].licenseNumber");
            assertThat(recorded).isEmpty();
        }

        @ParameterizedTest(name = "{0} {1} {2}")
        @MethodSource("com.pitstop.process.web.ProcessApiTest#mistakes")
        void isRefusedForEachMistake(String part, String field, Object value, String wrong) {
            var body = anna();
            var changed = new HashMap<>((Map<?, ?>) body.get(part));
            @SuppressWarnings("unchecked")
            var typed = (Map<String, Object>) (Map<?, ?>) changed;
            typed.put(field, value);
            body.put(part, typed);

            var answer = send(HttpMethod.POST, "/api/onboardings", body);

            assertProblem(answer, 422, "urn:pitstop:problem:intake-refused");
            assertThat(fields(answer)).containsExactly(wrong);
        }

        @Test
        void isRefusedForTheSameVehicleTwiceAndForTooManyVehicles() {
            var body = anna();
            var fiat = Map.of("licenseNumber", "kn-16-rs", "brand", "Fiat", "type", "500");
            body.put("vehicles", List.of(fiat, fiat));
            assertThat(fields(send(HttpMethod.POST, "/api/onboardings", body)))
                    .containsExactly("vehicles[1].licenseNumber");

            body.put(
                    "vehicles",
                    Stream.iterate(1, i -> i + 1)
                            .limit(21)
                            .map(i -> Map.of("licenseNumber", "KN-16-" + i, "brand", "Fiat", "type", "500"))
                            .toList());
            assertThat(fields(send(HttpMethod.POST, "/api/onboardings", body))).containsExactly("vehicles");
        }

        @Test
        void needsAWayToPayForAPaidPlan() {
            var body = anna();
            body.put("billing", Map.of("plan", "FLEET"));

            var answer = send(HttpMethod.POST, "/api/onboardings", body);

            assertProblem(answer, 402, "urn:pitstop:rule:payment-method-for-paid-plans");
            assertThat(fields(answer)).containsExactly("billing.paymentMethod");
        }

        @Test
        void needsNoWayToPayAsTheyGo() {
            var body = anna();
            body.remove("billing");
            body.remove("preferences");
            body.remove("vehicles");

            assertThat(send(HttpMethod.POST, "/api/onboardings", body)
                            .getStatusCode()
                            .value())
                    .isEqualTo(202);
            assertThat(((StartRoutingSlip) recorded.remove()).variables())
                    .containsEntry("billing", Map.of("plan", "PAY_AS_YOU_GO"));
        }

        @Test
        void isRefusedToWhoIsKnownByOtherDetails() {
            var customer = UUID.randomUUID();
            var mail = customer + "@example.org";
            var body = anna();
            body.put("customer", person(mail));
            var key = UUID.randomUUID().toString();
            assertThat(send(HttpMethod.POST, "/api/onboardings", body, "Idempotency-Key", key)
                            .getStatusCode()
                            .value())
                    .isEqualTo(202);

            events.publish(new GenericDomainEventMessage<>(
                    "Customer",
                    "customer:" + customer,
                    0,
                    new CustomerRegistered(
                            customer, "Hanna Jansen", "Dorpsstraat 1", "1234 AB", "Utrecht", "+31612345678", mail)));

            await().untilAsserted(() -> assertProblem(
                    send(HttpMethod.POST, "/api/onboardings", body), 409, "urn:pitstop:rule:customer-known-otherwise"));
            assertThat(send(HttpMethod.POST, "/api/onboardings", body, "Idempotency-Key", key)
                            .getStatusCode()
                            .value())
                    .isEqualTo(202);
        }

        @Test
        void namesAFieldItDoesNotKnow() {
            var body = anna();
            body.put("colour", "red");

            assertProblem(send(HttpMethod.POST, "/api/onboardings", body), 400, "urn:pitstop:problem:invalid-input");
        }
    }

    @Nested
    class BeginningATriage {

        @Test
        void needsNoAssessmentYet() {
            assertThat(send(HttpMethod.POST, "/api/triages", annasCar())
                            .getStatusCode()
                            .value())
                    .isEqualTo(202);

            var started = (StartRoutingSlip) recorded.remove();
            assertThat(started.process()).isEqualTo("vehicle-triage");
            assertThat(started.variables())
                    .isEqualTo(Map.of("customerId", slip.toString(), "licenseNumber", "KN-16-RS"));
            assertThat(started.itinerary()).extracting(SlipStep::name).startsWith("assess");
        }

        @Test
        void takesAnAssessmentAndASlot() {
            var body = annasCar();
            body.putAll(Map.of("condition", "ATTENTION", "findings", "Worn tyres", "preferredSlot", MORNING));

            assertThat(send(HttpMethod.POST, "/api/triages", body).getHeaders().getLocation())
                    .asString()
                    .matches("/api/triages/[-0-9a-f]{36}/status");
            assertThat(((StartRoutingSlip) recorded.remove()).variables())
                    .containsEntry("condition", "ATTENTION")
                    .containsEntry("findings", "Worn tyres")
                    .containsEntry("start", "2026-11-23T09:00")
                    .containsEntry("end", "2026-11-23T11:00");
        }

        @Test
        void isRefusedWithAllThatIsWrongAtOnce() {
            var answer = send(
                    HttpMethod.POST,
                    "/api/triages",
                    Map.of("licenseNumber", "?", "condition", "ODD", "preferredSlot", Map.of()));

            assertProblem(answer, 422, "urn:pitstop:problem:intake-refused");
            assertThat(fields(answer))
                    .containsExactly(
                            "condition",
                            "customerId",
                            "findings",
                            "licenseNumber",
                            "preferredSlot.end",
                            "preferredSlot.start");
            assertThat(recorded).isEmpty();
        }
    }

    @Nested
    class BeginningAnInspection {

        @Test
        void needsAVehicleAndPerhapsASlot() {
            assertThat(send(HttpMethod.POST, "/api/inspections", annasCar())
                            .getHeaders()
                            .getLocation())
                    .asString()
                    .matches("/api/inspections/[-0-9a-f]{36}/status");
            var body = annasCar();
            body.put("preferredSlot", MORNING);
            send(HttpMethod.POST, "/api/inspections", body);

            var invited = (StartRoutingSlip) recorded.remove();
            assertThat(invited.process()).isEqualTo("periodic-inspection");
            assertThat(invited.variables())
                    .isEqualTo(Map.of("customerId", slip.toString(), "licenseNumber", "KN-16-RS"));
            assertThat(((StartRoutingSlip) recorded.remove()).variables()).containsEntry("start", "2026-11-23T09:00");
        }

        @Test
        void isRefusedWithAllThatIsWrongAtOnce() {
            var backwards = Map.of("start", "2026-11-23T11:00:00", "end", "2026-11-23T09:00:00");

            assertThat(fields(send(HttpMethod.POST, "/api/inspections", Map.of("preferredSlot", backwards))))
                    .containsExactly("customerId", "licenseNumber", "preferredSlot.end");
        }
    }

    @Nested
    class BeginningARepairOrder {

        @Test
        void asksForPartsMoneyAndAPlace() {
            var answer = send(HttpMethod.POST, "/api/repair-orders", brakes());

            assertThat(answer.getStatusCode().value()).isEqualTo(202);
            var started = (StartRoutingSlip) recorded.remove();
            assertThat(started.itinerary())
                    .extracting(SlipStep::name)
                    .containsExactly(
                            "place-order",
                            "reserve-parts-1",
                            "arrange-delivery-1",
                            "reserve-ordered-parts-1",
                            "authorise-payment",
                            "plan-job",
                            "confirm-order",
                            "wait-for-job",
                            "capture-payment");
            assertThat(started.variables())
                    .containsEntry("amount", "249.50")
                    .containsEntry("licenseNumber", "KN-16-RS")
                    .containsEntry("start", "2026-11-23T09:00")
                    .containsEntry("orders", List.of(Map.of("sku", "DISC-2", "quantity", 2)));
        }

        @Test
        void isRefusedWithAllThatIsWrongAtOnce() {
            var answer = send(
                    HttpMethod.POST,
                    "/api/repair-orders",
                    Map.of(
                            "licenseNumber",
                            "?",
                            "lines",
                            List.of(Map.of("sku", "", "quantity", 1000), Map.of("sku", "OIL", "quantity", 0)),
                            "amount",
                            0,
                            "card",
                            "4111111111111111",
                            "preferredSlot",
                            Map.of("start", "2026-11-23T11:00:00", "end", "2026-11-23T09:00:00")));

            assertProblem(answer, 422, "urn:pitstop:problem:intake-refused");
            assertThat(fields(answer))
                    .containsExactly(
                            "amount",
                            "card",
                            "customerId",
                            "licenseNumber",
                            "lines[0].quantity",
                            "lines[0].sku",
                            "lines[1].quantity",
                            "preferredSlot.end");
            assertThat(answer.getBody().toString()).doesNotContain("4111");
        }

        @Test
        void isRefusedForPartsThatAreMissingAndItsKeyStaysFree() {
            var key = UUID.randomUUID().toString();
            var sku = ("RARE-" + shortly()).toUpperCase(Locale.ROOT);
            happenedToPart(sku, 0, new PartRegistered(sku, "Rare", BigDecimal.ONE, "EUR", 0));
            happenedToPart(sku, 1, new StockReceived(sku, slip, 1));
            var body = new HashMap<>(brakes());
            body.put(
                    "lines",
                    List.of(
                            Map.of("sku", sku, "quantity", 2),
                            Map.of("sku", "PADS-1", "quantity", 1),
                            Map.of("sku", "NONE-" + shortly(), "quantity", 3, "onOrder", true)));

            await().untilAsserted(() -> {
                var answer = send(HttpMethod.POST, "/api/repair-orders", body, "Idempotency-Key", key);
                assertProblem(answer, 409, "urn:pitstop:rule:parts-available");
                assertThat(answer.getBody().get("parts"))
                        .isEqualTo(List.of(
                                Map.of("sku", sku, "wanted", 2, "available", 1, "registered", true),
                                Map.of(
                                        "sku",
                                        ("NONE-" + shortly()).toUpperCase(Locale.ROOT),
                                        "wanted",
                                        3,
                                        "available",
                                        0,
                                        "registered",
                                        false)));
            });
            assertThat(recorded).isEmpty();

            var other = send(HttpMethod.POST, "/api/repair-orders", brakes(), "Idempotency-Key", key);
            assertThat(other.getStatusCode().value()).isEqualTo(202);
            assertThat(recorded).hasSize(1);
        }

        @Test
        void isRefusedForTheSamePartTwice() {
            var body = new HashMap<>(brakes());
            body.put(
                    "lines",
                    List.of(
                            Map.of("sku", "PADS-1", "quantity", 1),
                            Map.of("sku", "pads-1", "quantity", 2, "onOrder", true)));

            var answer = send(HttpMethod.POST, "/api/repair-orders", body);

            assertProblem(answer, 422, "urn:pitstop:problem:intake-refused");
            assertThat(fields(answer)).containsExactly("lines[1].sku");
        }

        /** What was reserved since is that of this very order. */
        @Test
        void isAnsweredAlikeWhenItComesAgainAndThePartsAreGone() {
            var key = UUID.randomUUID().toString();
            var sku = ("LAST-" + shortly()).toUpperCase(Locale.ROOT);
            happenedToPart(sku, 0, new PartRegistered(sku, "Last", BigDecimal.ONE, "EUR", 0));
            happenedToPart(sku, 1, new StockReceived(sku, slip, 1));
            var body = new HashMap<>(brakes());
            body.put("lines", List.of(Map.of("sku", sku, "quantity", 1)));
            var first = send(HttpMethod.POST, "/api/repair-orders", body, "Idempotency-Key", key);
            happenedToPart(sku, 2, new PartsReserved(sku, "anna", 1, java.time.Instant.parse("2099-11-30T09:00:00Z")));
            await().untilAsserted(() -> assertProblem(
                    send(HttpMethod.POST, "/api/repair-orders", body), 409, "urn:pitstop:rule:parts-available"));

            var again = send(HttpMethod.POST, "/api/repair-orders", body, "Idempotency-Key", key);

            assertThat(again.getStatusCode().value()).isEqualTo(202);
            assertThat(again.getBody().get("trackingNumber"))
                    .isEqualTo(first.getBody().get("trackingNumber"));
        }

        @Test
        void isRefusedWithoutAnything() {
            assertThat(fields(send(HttpMethod.POST, "/api/repair-orders", Map.of())))
                    .containsExactly(
                            "amount",
                            "card",
                            "customerId",
                            "licenseNumber",
                            "preferredSlot.end",
                            "preferredSlot.start");
        }
    }

    @Nested
    class Looking {

        @Test
        void showsStatusTimelineAndPreviewWhileItRuns() {
            running("customer-onboarding");

            var status = api().get("/api/processes/{id}/status", slip).getBody();
            assertThat(status)
                    .containsEntry("state", "RUNNING")
                    .containsEntry("health", "HEALTHY")
                    .containsEntry("next", List.of("plan"));
            assertThat(values(status.get("steps"), "name")).containsExactly("reserve", "plan");
            assertThat(api().get("/api/onboardings/{id}/status", slip).getBody())
                    .containsEntry("state", "RUNNING");
            await().untilAsserted(() -> assertThat(values(
                            api().get("/api/processes/{id}/timeline", slip)
                                    .getBody()
                                    .get("items"),
                            "event"))
                    .containsExactly("RoutingSlipStarted", "StepRequested"));
            assertThat((List<?>) api().get("/api/processes/{id}/timeline?asOf=2000-01-01T00:00:00Z", slip)
                            .getBody()
                            .get("items"))
                    .isEmpty();
            assertThat((List<?>) api().get("/api/processes/{id}/timeline?asOf={t}", slip, "+1000000000-12-31T00:00:00Z")
                            .getBody()
                            .get("items"))
                    .isNotEmpty();
            assertThat(fields(api().get("/api/processes/{id}/timeline?asOf=noon", slip)))
                    .containsExactly("asOf");
            assertThat(api().get("/api/processes/{id}/compensation-preview", slip)
                            .getBody())
                    .containsEntry("possible", true)
                    .containsEntry("asked", List.of("reserve"));
        }

        @Test
        void refusesResultsUntilThereAreSome() {
            running("customer-onboarding");

            var early = api().get("/api/onboardings/{id}/results", slip);
            assertProblem(early, 409, "urn:pitstop:rule:process-over");
            assertThat(early.getHeaders().getFirst("Retry-After")).isEqualTo("2");

            happened(new StepCompleted(slip, "reserve", slip + ":reserve:1", Map.of("reservationId", "R1"), Map.of()));
            happened(new RoutingSlipCompleted(slip));
            await().untilAsserted(() -> assertThat(
                            api().get("/api/onboardings/{id}/results", slip).getBody())
                    .containsEntry("outcome", "COMPLETED")
                    .containsEntry("made", Map.of("reserve", Map.of("reservationId", "R1"))));
        }

        @Test
        void tellsWhatCameOfAnOnboarding() {
            onboarding();
            done("register-customer", Map.of("customerId", "C1", "alreadyExists", true));
            done("register-vehicle-1", Map.of("licenseNumber", "KN-16-RS"));
            done("register-vehicle-2", Map.of("licenseNumber", "KN-17-RS", "alreadyExists", true));
            done("set-contact-preferences", Map.of("customerId", "C1"));
            happened(new StepFailed(slip, "open-account", slip + ":open-account:1", "", "No answer came", true));
            var results = "/api/onboardings/{id}/results";
            assertProblem(api().get(results, slip), 409, "urn:pitstop:rule:process-over");

            done("activate-customer", Map.of());
            happened(new StepRequested(
                    slip, slip + ":later:1", "later", 1, "billing", "open-billing-account", Map.of(), Instant.now()));

            await().untilAsserted(() -> assertThat(api().get(results, slip).getBody())
                    .containsEntry("outcome", "RUNNING")
                    .containsEntry("customerId", "C1")
                    .containsEntry("alreadyExists", true)
                    .containsEntry(
                            "vehicles",
                            List.of(
                                    Map.of("licenseNumber", "KN-16-RS", "alreadyExists", false),
                                    Map.of("licenseNumber", "KN-17-RS", "alreadyExists", true)))
                    .containsEntry("services", List.of("CONTACT_PREFERENCES"))
                    .containsEntry("queued", List.of("later"))
                    .containsEntry(
                            "warnings", List.of("open-account failed: No answer came", "later is still to be done")));

            done("later", Map.of("customerId", "C1"));
            happened(new RoutingSlipCompleted(slip));

            await().untilAsserted(() -> assertThat(api().get(results, slip).getBody())
                    .containsEntry("outcome", "COMPLETED")
                    .containsEntry("services", List.of("CONTACT_PREFERENCES", "BILLING_ACCOUNT"))
                    .containsEntry("queued", List.of())
                    .containsEntry("warnings", List.of()));
        }

        private void onboarding() {
            happened(new RoutingSlipStarted(
                    slip,
                    "customer-onboarding",
                    1,
                    List.of(
                            step("register-customer", 1, "register-customer", false),
                            step("register-vehicle-1", 2, "register-vehicle", false),
                            step("register-vehicle-2", 2, "register-vehicle", false),
                            step("set-contact-preferences", 2, "set-contact-preferences", false),
                            step("open-account", 2, "open-billing-account", false),
                            step("activate-customer", 3, "activate-customer", true),
                            step("later", 4, "open-billing-account", false)),
                    Map.of()));
            await().until(() -> api().get("/api/onboardings/{id}/status", slip)
                    .getStatusCode()
                    .is2xxSuccessful());
        }

        private void done(String step, Map<String, Object> data) {
            happened(new StepCompleted(slip, step, "%s:%s:1".formatted(slip, step), data, data));
        }

        @Test
        void isNotFoundForWhatIsUnknownOrOfAnotherKind() {
            running("repair-order");

            for (var path : List.of("status", "results", "timeline", "compensation-preview")) {
                assertProblem(
                        api().get("/api/processes/{id}/" + path, UUID.randomUUID()),
                        404,
                        "urn:pitstop:rule:known-process");
            }
            assertProblem(api().get("/api/onboardings/{id}/status", slip), 404, "urn:pitstop:rule:known-process");
            assertProblem(api().get("/api/onboardings/{id}/results", slip), 404, "urn:pitstop:rule:known-process");
        }

        @Test
        void findsProcessesByWhatIsAskedFor() {
            running("repair-order");

            var found = api().get(
                            "/api/processes?state=RUNNING&process=repair-order&participant=parts&step=reserve&customerId={c}&licenseNumber=kn-16-rs",
                            slip)
                    .getBody();
            assertThat(values(found.get("items"), "trackingNumber")).containsExactly(slip.toString());
            assertThat(found.toString()).doesNotContain("variables");
            assertThat(fields(api().get("/api/processes?state=LOST"))).containsExactly("state");
            assertThat(fields(api().get("/api/processes?licenseNumber=x"))).containsExactly("licenseNumber");
        }

        @Test
        void findsProcessesByTheirAge() {
            running("repair-order");
            var ofSlip = "/api/processes?customerId=" + slip;

            assertThat(found(ofSlip + "&olderThan=PT0S")).containsExactly(slip.toString());
            assertThat(found(ofSlip + "&olderThan=PT2H")).isEmpty();
            assertThat(found(ofSlip + "&startedAfter=2000-01-01T00:00:00Z")).containsExactly(slip.toString());
            assertThat(found(ofSlip + "&startedBefore=2000-01-01T00:00:00Z")).isEmpty();
            assertThat(found(ofSlip + "&startedBefore=%2B1000000000-12-31T00:00:00Z"))
                    .hasSize(1);
            assertThat(fields(api().get("/api/processes?olderThan=long"))).containsExactly("olderThan");
            assertThat(fields(api().get("/api/processes?startedAfter=noon"))).containsExactly("startedAfter");
            assertProblem(api().get("/api/processes?olderThan=-PT1S"), 400, "urn:pitstop:rule:age");
            assertProblem(api().get("/api/processes?olderThan=P99999999D"), 400, "urn:pitstop:rule:age");
        }

        private List<Object> found(String path) {
            return values(
                    api().client()
                            .get()
                            .uri(java.net.URI.create(address + path))
                            .retrieve()
                            .toEntity(JSON)
                            .getBody()
                            .get("items"),
                    "trackingNumber");
        }

        @Test
        void listsIncidents() {
            running("repair-order");
            happened(new IncidentOpened(slip, "reserve:1", "reserve", "step-failed", "Nobody knows"));

            await().untilAsserted(() -> assertThat(
                            values(api().get("/api/incidents").getBody().get("items"), "trackingNumber"))
                    .contains(slip.toString()));
        }

        @Test
        void drawsDefinitions() {
            assertThat(values(api().get("/api/process-definitions").getBody().get("items"), "name"))
                    .contains("customer-onboarding", "repair-order", "vehicle-triage", "periodic-inspection");
            assertThat(api().get("/api/process-definitions/repair-order/1")
                            .getBody()
                            .get("flowchart")
                            .toString())
                    .startsWith("flowchart TD")
                    .contains("capture-payment");
            assertProblem(
                    api().get("/api/process-definitions/repair-order/99"),
                    404,
                    "urn:pitstop:rule:known-process-definition");
        }
    }

    @Nested
    class SteppingIn {

        @Test
        void sendsEachWishWithItsReason() {
            put("pause");
            put("resumption");
            put("cancellation");
            put("resolution");
            put("steps/reserve/retry");
            put("steps/reserve/skip");
            put("steps/reserve/completion");

            assertThat(recorded)
                    .containsExactly(
                            new PauseRoutingSlip(id, "because"),
                            new ResumeRoutingSlip(id, "because"),
                            new CancelRoutingSlip(id, "because"),
                            new ResolveRoutingSlip(id, "because"),
                            new RetryStep(id, "reserve", "because"),
                            new SkipStep(id, "reserve", "because"),
                            new CompleteStep(id, "reserve", Map.of(), "because"));
        }

        @Test
        void needsAReason() {
            var answer = send(HttpMethod.PUT, "/api/processes/%s/pause".formatted(slip), Map.of("reason", " "));

            assertProblem(answer, 400, "urn:pitstop:problem:invalid-input");
            assertThat(fields(answer)).containsExactly("reason");
            assertThat(recorded).isEmpty();
        }

        @Test
        void handsOverASignalOncePerKey() {
            var key = UUID.randomUUID().toString();
            var path = "/api/processes/%s/signals/slot-chosen".formatted(slip);
            var body = new HashMap<String, Object>();
            body.put("start", "2026-11-24T09:00");
            body.put("nothing", null);

            for (var i = 0; i < 2; i++) {
                assertThat(send(HttpMethod.POST, path, Map.of("data", body), "Idempotency-Key", key)
                                .getStatusCode()
                                .value())
                        .isEqualTo(204);
            }

            assertThat(recorded)
                    .containsExactly(new ReceiveSignal(id, "slot-chosen", Map.of("start", "2026-11-24T09:00")));
            assertThat(fields(send(HttpMethod.POST, "/api/processes/%s/signals/A".formatted(slip), Map.of())))
                    .containsExactly("signal");
        }

        @Test
        void refusesTextThatCannotBeStored() {
            var path = "/api/processes/%s/".formatted(slip);
            var broken = Map.<String, Object>of("data", Map.of("slots", List.of(Map.of("start", "\u0000"))));

            assertThat(fields(send(HttpMethod.POST, path + "signals/slot-chosen", broken)))
                    .containsExactly("data.slots");
            assertThat(recorded).isEmpty();
        }

        @Test
        void refusesAnAssessmentOrAResultThatCannotBeUnderstood() {
            var path = "/api/processes/%s/signals/".formatted(slip);

            var assessment = send(
                    HttpMethod.POST,
                    path + "assessed",
                    Map.of("data", Map.of("condition", "ODD", "findings", 7, "customerId", "bart")));
            assertProblem(assessment, 422, "urn:pitstop:problem:intake-refused");
            assertThat(fields(assessment)).containsExactly("condition", "customerId", "findings");
            assertThat(fields(signal("inspection-recorded", Map.of("result", "FINE"))))
                    .containsExactly("result");
            assertThat(fields(signal("inspection-recorded", Map.of("result", "DEFECTS", "repairSlot", "soon"))))
                    .containsExactly("defects", "repairSlot");
            assertThat(fields(signal(
                            "inspection-recorded",
                            Map.of("result", "PASSED", "repairSlot", Map.of("start", "2026-11-23", "end", "soon")))))
                    .containsExactly("repairSlot.end", "repairSlot.start");
            assertThat(recorded).isEmpty();
        }

        @Test
        void handsOverAResultAsItIs() {
            var result = Map.<String, Object>of("result", "DEFECTS", "defects", "Brakes", "repairSlot", MORNING);

            assertThat(signal("inspection-recorded", result).getStatusCode().value())
                    .isEqualTo(204);

            assertThat(recorded).containsExactly(new ReceiveSignal(id, "inspection-recorded", result));
        }

        private ResponseEntity<Map<String, Object>> signal(String name, Map<String, Object> data) {
            return send(HttpMethod.POST, "/api/processes/%s/signals/%s".formatted(slip, name), Map.of("data", data));
        }

        @Test
        void putsOtherStepsBehindWhatHasBegun() {
            running("repair-order");

            var answer = revise(Map.of(
                    "name", "deliver",
                    "participant", "parts",
                    "activity", "arrange-delivery",
                    "undo", true,
                    "arguments", Map.of("sku", "OIL", "quantity", 2)));

            assertThat(answer.getStatusCode().value()).isEqualTo(204);
            var revised = (ReviseItinerary) recorded.remove();
            assertThat(revised.reason()).isEqualTo("none left");
            assertThat(revised.rest())
                    .extracting(SlipStep::name, SlipStep::stage)
                    .containsExactly(org.assertj.core.api.Assertions.tuple("deliver", 2));
        }

        @Test
        void countsOnWhatAStepUnderWayWillAnswer() {
            running("repair-order");
            Map<String, Object> arguments = Map.of("sku", "OIL", "quantity", 2, "reservationId", "${reservationId}");

            var answer = revise(Map.of(
                    "name", "reserve-more",
                    "participant", "parts",
                    "activity", "reserve-parts",
                    "undo", true,
                    "arguments", arguments));

            assertThat(answer.getStatusCode().value()).isEqualTo(204);
            assertThat(((ReviseItinerary) recorded.remove()).rest())
                    .extracting(SlipStep::arguments)
                    .containsExactly(arguments);
        }

        @Test
        void refusesStepsThatCannotWork() {
            running("repair-order");

            var answer = revise(Map.of("name", "steal", "participant", "thieves"));

            assertProblem(answer, 422, "urn:pitstop:problem:intake-refused");
            assertThat(fields(answer)).containsOnly("steps.steal");
            assertProblem(
                    send(
                            HttpMethod.PUT,
                            "/api/processes/%s/revision".formatted(UUID.randomUUID()),
                            Map.of("reason", "none left", "steps", List.of())),
                    404,
                    "urn:pitstop:rule:known-process");
        }

        private ResponseEntity<Map<String, Object>> revise(Map<String, Object> step) {
            return send(
                    HttpMethod.PUT,
                    "/api/processes/%s/revision".formatted(slip),
                    Map.of("reason", "none left", "steps", List.of(step)));
        }

        private void put(String wish) {
            var answer =
                    send(HttpMethod.PUT, "/api/processes/%s/%s".formatted(slip, wish), Map.of("reason", "because"));
            assertThat(answer.getStatusCode().value()).isEqualTo(204);
        }
    }

    @Nested
    class SteppingInManyTimesAtOnce {

        @Test
        void showsFirstWhatItWouldTouch() {
            running("repair-order");

            var preview = send(HttpMethod.POST, "/api/processes/actions/preview", action("CANCEL"));

            assertThat(preview.getStatusCode().value()).isEqualTo(200);
            assertThat(preview.getBody()).containsEntry("count", 1).containsEntry("atMost", 500);
            assertThat(values(values(preview.getBody().get("items"), "slip"), "trackingNumber"))
                    .containsExactly(slip.toString());
            assertThat(recorded).isEmpty();
        }

        @Test
        void sendsACommandForEachWithTheReason() {
            running("repair-order");

            var answer = perform("cancel", 1);

            assertThat(answer.getStatusCode().value()).isEqualTo(200);
            assertThat(answer.getBody()).containsEntry("done", 1).containsEntry("refused", 0);
            assertThat(values(answer.getBody().get("items"), "outcome")).containsExactly("DONE");
            assertThat(recorded).containsExactly(new CancelRoutingSlip(id, "Stocktaking"));
        }

        @Test
        void retriesTheStepsThatWait() {
            running("repair-order");
            assertThat(send(HttpMethod.POST, "/api/processes/actions/preview", action("RETRY"))
                            .getBody())
                    .containsEntry("count", 0);
            happened(new StepRetryScheduled(
                    slip, "reserve", 1, java.time.Instant.parse("2099-01-01T09:00:00Z"), "Locked", true));
            await().untilAsserted(
                            () -> assertThat(send(HttpMethod.POST, "/api/processes/actions/preview", action("RETRY"))
                                            .getBody())
                                    .containsEntry("count", 1));

            assertThat(values(perform("RETRY", 1).getBody().get("items"), "step"))
                    .containsExactly("reserve");

            assertThat(recorded).containsExactly(new RetryStep(id, "reserve", "Stocktaking"));
        }

        @Test
        void isRefusedWhenItIsNotAsManyAsShown() {
            running("repair-order");

            assertProblem(perform("CANCEL", 2), 409, "urn:pitstop:rule:count-as-previewed");
            assertThat(recorded).isEmpty();
        }

        @Test
        void saysWhichWereRefusedAndWhy() {
            running("repair-order");
            recording.cancel();
            recording = commands.registerHandlerInterceptor((unitOfWork, chain) -> {
                throw new RuleViolatedException("slip-running", "It has ended");
            });

            var answer = perform("PAUSE", 1);

            assertThat(answer.getBody()).containsEntry("done", 0).containsEntry("refused", 1);
            assertThat(values(answer.getBody().get("items"), "rule")).containsExactly("slip-running");
            assertThat(values(answer.getBody().get("items"), "detail")).containsExactly("It has ended");
        }

        @Test
        void needsToBeToldWhichAndWhy() {
            assertProblem(
                    send(
                            HttpMethod.POST,
                            "/api/processes/actions/preview",
                            Map.of("action", "PAUSE", "filter", Map.of())),
                    400,
                    "urn:pitstop:rule:filter");
            assertThat(fields(send(HttpMethod.POST, "/api/processes/actions", Map.of("expected", -1))))
                    .containsExactly("action", "expected", "filter", "reason");
            assertThat(fields(send(
                            HttpMethod.POST,
                            "/api/processes/actions/preview",
                            Map.of("action", "PAUSE", "filter", Map.of("licenseNumber", "x")))))
                    .containsExactly("filter.licenseNumber");
            assertThat(fields(send(
                            HttpMethod.POST,
                            "/api/processes/actions/preview",
                            Map.of("action", "DELETE", "filter", Map.of("process", "x")))))
                    .containsExactly("action");
        }

        private ResponseEntity<Map<String, Object>> perform(String action, int expected) {
            var body = new HashMap<>(action(action));
            body.put("reason", "Stocktaking");
            body.put("expected", expected);
            return send(HttpMethod.POST, "/api/processes/actions", body);
        }

        private Map<String, Object> action(String action) {
            return Map.of("action", action, "filter", Map.of("customerId", slip.toString(), "olderThan", "PT0S"));
        }
    }

    @Nested
    class Subscribing {

        private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

        @Test
        void isShownWithoutItsSecretUntilItEnds() {
            running("repair-order");
            var key = UUID.randomUUID().toString();

            var answer = subscribe("https://8.8.8.8/hook", "Idempotency-Key", key);
            var again = subscribe("https://8.8.8.8/hook", "Idempotency-Key", key);

            assertThat(answer.getStatusCode().value()).isEqualTo(201);
            assertThat(again.getBody()).isEqualTo(answer.getBody());
            assertProblem(
                    subscribe("https://8.8.8.8/another", "Idempotency-Key", key),
                    422,
                    "urn:pitstop:rule:idempotency-key-reused");
            var place = String.valueOf(answer.getHeaders().getLocation());
            assertThat(place).isEqualTo(subscriptions() + "/" + answer.getBody().get("subscriptionId"));
            assertThat(api().get(place).getBody())
                    .containsEntry("url", "https://8.8.8.8/hook")
                    .containsEntry("kinds", List.of("StepCompleted"))
                    .containsEntry("status", "ACTIVE")
                    .containsEntry("waiting", 0)
                    .doesNotContainKey("secret");
            assertThat((List<?>) api().get(subscriptions()).getBody().get("items"))
                    .hasSize(1)
                    .asString()
                    .doesNotContain(SECRET);

            assertThat(send(HttpMethod.PUT, place + "/release", Map.of())
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);
            assertThat(send(HttpMethod.DELETE, place, Map.of()).getStatusCode().value())
                    .isEqualTo(204);
            assertProblem(api().get(place), 404, "urn:pitstop:rule:known-subscription");
            assertProblem(send(HttpMethod.DELETE, place, Map.of()), 404, "urn:pitstop:rule:known-subscription");
        }

        @Test
        void isRefusedForPlacesThatOnlyTheGarageCanReach() {
            running("repair-order");

            for (var url : List.of("http://localhost:8081/actuator", "http://169.254.169.254/", "ftp://8.8.8.8/")) {
                assertProblem(subscribe(url), 400, "urn:pitstop:rule:webhook-url");
            }
            assertThat((List<?>) api().get(subscriptions()).getBody().get("items"))
                    .isEmpty();
        }

        @Test
        void isRefusedForWhatCannotBe() {
            running("repair-order");

            assertThat(fields(send(
                            HttpMethod.POST, subscriptions(), Map.of("kinds", List.of("a,b"), "steps", List.of("A")))))
                    .containsExactly("kinds[0]", "secret", "steps[0]", "url");
            assertProblem(
                    send(
                            HttpMethod.POST,
                            subscriptions(),
                            Map.of("url", "https://8.8.8.8/", "secret", "whsec_c2hvcnQ=")),
                    400,
                    "urn:pitstop:rule:webhook-secret");
            assertProblem(
                    send(
                            HttpMethod.POST,
                            "/api/processes/%s/subscriptions".formatted(UUID.randomUUID()),
                            Map.of("url", "https://8.8.8.8/", "secret", SECRET)),
                    404,
                    "urn:pitstop:rule:known-process");
        }

        @Test
        void isRefusedForKindsThatThereAreNot() {
            running("repair-order");

            var answer = send(
                    HttpMethod.POST,
                    subscriptions(),
                    Map.of("url", "https://8.8.8.8/", "secret", SECRET, "kinds", List.of("StepAnswered", "StepDone")));

            assertProblem(answer, 400, "urn:pitstop:rule:webhook-kinds");
            assertThat(answer.getBody().get("detail").toString())
                    .startsWith("There is no StepAnswered, StepDone in a process; there are AnswerIgnored, ");
        }

        @Test
        void isRefusedForAProcessThatIsOver() {
            running("repair-order");
            happened(new RoutingSlipCompleted(slip));
            await().untilAsserted(() -> assertThat(
                            api().get("/api/processes/{id}/status", slip).getBody())
                    .containsEntry("state", "COMPLETED"));

            assertProblem(subscribe("https://8.8.8.8/hook"), 409, "urn:pitstop:rule:process-running");
        }

        private ResponseEntity<Map<String, Object>> subscribe(String url, String... header) {
            return send(
                    HttpMethod.POST,
                    subscriptions(),
                    Map.of("url", url, "kinds", List.of("StepCompleted"), "secret", SECRET),
                    header);
        }

        private String subscriptions() {
            return "/api/processes/%s/subscriptions".formatted(slip);
        }
    }

    @Nested
    class PausingAParticipant {

        @Test
        void isShownWithItsReasonUntilItIsResumed() {
            assertThat(participant("vehicle"))
                    .containsEntry("breaker", "CLOSED")
                    .containsEntry("pause", null);

            assertThat(api().put("/api/participants/vehicle/pause", Map.of("reason", "The register moves"))
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);
            assertThat(participant("vehicle").get("pause"))
                    .asInstanceOf(MAP)
                    .containsEntry("reason", "The register moves")
                    .containsKey("since");

            assertThat(api().put("/api/participants/vehicle/resumption", Map.of("reason", "It has moved"))
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);
            assertThat(participant("vehicle")).containsEntry("pause", null);
            assertThat(values(api().get("/api/participants").getBody().get("items"), "name"))
                    .contains("billing", "customer", "notification", "parts", "process", "vehicle", "workshop");
        }

        @Test
        void needsAReasonAndSomebodyWhoIsKnown() {
            assertThat(fields(api().put("/api/participants/vehicle/pause", Map.of("reason", ""))))
                    .containsExactly("reason");
            for (var wish : List.of("pause", "resumption")) {
                assertProblem(
                        api().put("/api/participants/nobody/" + wish, Map.of("reason", "because")),
                        404,
                        "urn:pitstop:rule:known-participant");
            }
            assertProblem(api().get("/api/participants/nobody"), 404, "urn:pitstop:rule:known-participant");
        }

        private Map<String, Object> participant(String name) {
            return api().get("/api/participants/" + name).getBody();
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("customer", "email", "anna@mailinator.com", "customer.email"),
                arguments("customer", "email", "a".repeat(250) + "@b.nl", "customer.email"),
                arguments("customer", "phone", "+0612345678", "customer.phone"),
                arguments("customer", "lastName", "A".repeat(50), "customer.lastName"),
                arguments("customer", "city", "Utr\u0007echt", "customer.city"),
                arguments("billing", "paymentMethod", "INVOICE", "billing.paymentMethod"),
                arguments("billing", "paymentMethod", "GOLD", "billing.paymentMethod"),
                arguments(
                        "billing",
                        "billingAddress",
                        Map.of("address", "Kade 1", "city", "Zeist"),
                        "billing.billingAddress.postalCode"),
                arguments("billing", "referralCode", "REF-ab12cd34", "billing.referralCode"));
    }

    private void running(String process) {
        happened(new RoutingSlipStarted(
                slip,
                process,
                1,
                List.of(step("reserve", 1), step("plan", 2)),
                Map.of("customerId", slip.toString(), "licenseNumber", "KN-16-RS")));
        happened(new StepRequested(
                slip, slip + ":reserve:1", "reserve", 1, "parts", "reserve-parts", Map.of(), Instant.now()));
        await().untilAsserted(() -> assertThat(
                        api().get("/api/processes/{id}/status", slip).getBody())
                .containsEntry("next", List.of("plan")));
    }

    private static SlipStep step(String name, int stage) {
        return step(name, stage, "reserve-parts", false);
    }

    private static SlipStep step(String name, int stage, String activity, boolean pivot) {
        return new SlipStep(
                name, stage, "parts", activity, "", Map.of(), 1000, 3, 1000, 2, 1000, true, pivot, false, "", "", "",
                "");
    }

    private String shortly() {
        return slip.toString().substring(0, 8);
    }

    private void happenedToPart(String sku, int number, Object event) {
        events.publish(new GenericDomainEventMessage<>("Part", "part:" + sku, number, event));
    }

    private void happened(Object event) {
        events.publish(new GenericDomainEventMessage<>("RoutingSlip", id.toString(), number++, event));
    }

    private static Map<String, Object> anna() {
        return new HashMap<>(Map.of(
                "customer", person("anna@example.org"),
                "vehicles", List.of(Map.of("licenseNumber", "kn-16-rs", "brand", "Fiat", "type", "500")),
                "billing", Map.of("plan", "SERVICE_PLAN", "paymentMethod", "CARD", "referralCode", "REF-AB12CD34"),
                "preferences", Map.of("sms", true)));
    }

    private Map<String, Object> annasCar() {
        return new HashMap<>(Map.of("customerId", slip.toString(), "licenseNumber", "kn-16-rs"));
    }

    private static Map<String, Object> person(String email) {
        return Map.of(
                "email", email,
                "firstName", "Anna",
                "lastName", "Jansen",
                "phone", "+31612345678",
                "address", "Dorpsstraat 1",
                "postalCode", "1234 AB",
                "city", "Utrecht");
    }

    private static Map<String, Object> brakes() {
        return Map.of(
                "customerId",
                UUID.randomUUID().toString(),
                "licenseNumber",
                "kn-16-rs",
                "lines",
                List.of(
                        Map.of("sku", "PADS-1", "quantity", 1),
                        Map.of("sku", "disc-2", "quantity", 2, "onOrder", true)),
                "amount",
                249.5,
                "card",
                "card_approved",
                "preferredSlot",
                Map.of("start", "2026-11-23T09:00:00", "end", "2026-11-23T11:00:00"));
    }

    /** Without waiting for a read model that no recorded command changes. */
    private ResponseEntity<Map<String, Object>> send(
            HttpMethod method, String path, Map<String, Object> body, String... header) {
        return api().client()
                .method(method)
                .uri(path)
                .headers(headers -> {
                    headers.set("Prefer", "wait=0");
                    if (header.length == 2) {
                        headers.set(header[0], header[1]);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JSON);
    }

    private Api api() {
        return new Api(address);
    }
}
