package com.pitstop.workshop.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;
import com.pitstop.workshop.WorkshopManagement;
import com.pitstop.workshop.eventhandler.WorkshopEventhandler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The workshop as its clients see it: real requests, buses, projections and database. */
@SpringBootTest(
        classes = {WorkshopManagement.class, WorkshopEventhandler.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "pitstop.aggregates.events-per-snapshot=5")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkshopApiTest {

    private static final AtomicInteger MONDAYS = new AtomicInteger(4);
    private static final AtomicInteger VEHICLES = new AtomicInteger(100);
    private static final Duration SOON = Duration.ofSeconds(20);

    @DynamicPropertySource
    static void aFreshDatabase(DynamicPropertyRegistry registry) {
        TestDatabases.h2().forEach((name, value) -> registry.add(name, () -> value));
    }

    @LocalServerPort
    private int port;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private Clock garageClock;

    @Autowired
    private EventProcessingConfiguration processing;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    private UUID customer;
    private String vehicle;
    private LocalDate day;

    @BeforeEach
    void aCustomerWithAVehicleAndADayWithoutJobs() {
        customer = UUID.randomUUID();
        happened(
                "customer:" + customer,
                0,
                new CustomerRegistered(
                        customer, "Jan 100%_\\ Jansen", "Street 1", "1234", "Utrecht", "030-1", "j@x.org"));
        vehicle = registerVehicle();
        day = LocalDate.now(garageClock)
                .plusWeeks(MONDAYS.incrementAndGet())
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        await().atMost(SOON)
                .until(() -> get("/api/workshop/customers/" + customer).statusCode() == 200);
    }

    @Nested
    class PlanningAJob {

        @Test
        void answersWithItsPlaceAndShowsIt() {
            var answer = plan(vehicle.toLowerCase(java.util.Locale.ROOT), 9, 11);

            assertThat(answer.statusCode()).isEqualTo(201);
            var jobId = body(answer).get("jobId").asString();
            var location = answer.headers().firstValue("Location").orElseThrow();
            assertThat(location).isEqualTo("/api/workshop/plannings/%s/jobs/%s".formatted(day, jobId));
            assertThat(body(get(location)))
                    .isEqualTo(json.readTree("""
                            {"day": "%s", "jobId": "%s", "lane": 1, "status": "PLANNED",
                             "start": "%sT09:00:00", "end": "%sT11:00:00", "actualStart": null, "actualEnd": null,
                             "description": "Brakes",
                             "customer": {"customerId": "%s", "name": "Jan 100%%_\\\\ Jansen", "telephoneNumber": "030-1"},
                             "vehicle": {"licenseNumber": "%s", "brand": "Volvo", "type": "240"},
                             "notes": null, "parts": [], "cancellationReason": null}
                            """.formatted(day, jobId, day, day, customer, vehicle)));
        }

        @Test
        void isPlannedOnceForAKey() {
            var first = post(planBody(vehicle, 9, 11), "Idempotency-Key", "k-" + day);
            var second = post(planBody(vehicle, 9, 11), "Idempotency-Key", "k-" + day);
            var other = post(planBody(vehicle, 13, 14), "Idempotency-Key", "k-" + day);

            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(planning().get("jobs")).hasSize(1);
        }

        @Test
        void isRefusedForAVehicleNobodyKnows() {
            refused(plan("XX-99-XX", 9, 10), 409, "known-vehicle");
        }

        @Test
        void isRefusedForAnUnregisteredVehicle() {
            happened("vehicle:" + vehicle, 1, new VehicleUnregistered(vehicle, ""));
            await().atMost(SOON)
                    .until(() -> !body(get("/api/workshop/vehicles/" + vehicle))
                            .get("registered")
                            .asBoolean());

            refused(plan(vehicle, 9, 10), 409, "known-vehicle");
        }

        @Test
        void isRefusedByTheRulesOfTheDay() {
            plan(vehicle, 9, 11);

            refused(plan(vehicle, 10, 12), 409, "one-job-per-vehicle");
            refused(plan(registerVehicle(), 7, 12), 409, "within-opening-hours");
            refused(plan("XX-99-XX", 12, 11), 400, "within-one-day");
            day = LocalDate.now(garageClock).minusYears(1);
            refused(plan(registerVehicle(), 9, 10), 409, "not-in-the-past");
        }

        @Test
        void isRefusedWhenItDoesNotReadLikeAJob() {
            var answer = post("{\"licenseNumber\": \"nonsense\", \"description\": \"\"}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(body(answer)
                            .get("errors")
                            .valueStream()
                            .map(error -> error.get("field").asString()))
                    .contains("licenseNumber", "start", "end", "description");
        }

        @Test
        void leavesTheLastWorkstationToOneOfManyAtOnce() {
            var vehicles =
                    IntStream.range(0, 20).mapToObj(number -> registerVehicle()).toList();

            var racing = vehicles.stream()
                    .map(racer -> client.sendAsync(
                            request("POST", "/api/workshop/plannings/" + day + "/jobs", planBody(racer, 9, 11)),
                            BodyHandlers.ofString()))
                    .toList();
            var answers = racing.stream().map(CompletableFuture::join).toList();

            assertThat(answers.stream().collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting())))
                    .isEqualTo(Map.of(201, 3L, 409, 17L));
            answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .forEach(answer -> refused(answer, 409, "workstation-available"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(planning().get("jobs")).hasSize(3));
            assertThat(planning()
                            .get("jobs")
                            .valueStream()
                            .map(job -> job.get("lane").asInt()))
                    .containsExactlyInAnyOrder(1, 2, 3);
        }

        @Test
        void goesByTheVehiclesOwnEventsWhileItsTableIsRebuilt() {
            var buyer = UUID.randomUUID();
            var sold = registerVehicle();
            happened("vehicle:" + sold, 1, new VehicleTransferred(sold, customer, buyer));
            happened("vehicle:" + vehicle, 1, new VehicleUnregistered(vehicle, ""));
            whileRebuilding("workshop-vehicles", () -> {
                assertThat(get("/api/workshop/vehicles/" + sold).statusCode()).isEqualTo(404);
                var answer = plan(sold, 9, 10);
                assertThat(answer.statusCode()).isEqualTo(201);
                assertThat(body(get(answer.headers().firstValue("Location").orElseThrow()))
                                .at("/customer/customerId")
                                .asString())
                        .isEqualTo(buyer.toString());
                refused(plan(vehicle, 11, 12), 409, "known-vehicle");
                refused(plan("XX-99-XX", 11, 12), 409, "known-vehicle");
            });
            await().atMost(SOON)
                    .until(() -> get("/api/workshop/vehicles/" + sold).statusCode() == 200);
        }
    }

    @Nested
    class ChangingAJob {

        private String job;

        @BeforeEach
        void aPlannedJob() {
            job = plan(vehicle, 9, 11).headers().firstValue("Location").orElseThrow();
        }

        @Test
        void movesIt() {
            assertThat(put(job + "/timeslot", slotBody(14, 15)).statusCode()).isEqualTo(204);
            assertThat(put(job + "/timeslot", slotBody(14, 15)).statusCode()).isEqualTo(204);

            assertThat(body(get(job)).get("start").asString()).isEqualTo(day + "T14:00:00");
            refused(put(job + "/timeslot", slotBody(17, 19)), 409, "within-opening-hours");
        }

        @Test
        void finishesIt() {
            var completion = """
                    {"start": "%sT06:15:00", "end": "%sT07:45:00", "notes": "Done"}""".formatted(day, day);
            assertThat(put(job + "/completion", completion).statusCode()).isEqualTo(204);
            assertThat(put(job + "/completion", completion).statusCode()).isEqualTo(204);

            var shown = body(get(job));
            assertThat(shown.get("status").asString()).isEqualTo("FINISHED");
            assertThat(shown.get("start").asString()).isEqualTo(day + "T09:00:00");
            assertThat(shown.get("actualStart").asString()).isEqualTo(day + "T06:15:00");
            assertThat(shown.get("actualEnd").asString()).isEqualTo(day + "T07:45:00");
            assertThat(shown.get("notes").asString()).isEqualTo("Done");
            refused(put(job + "/cancellation", "{\"reason\": \"ill\"}"), 409, "job-open");
        }

        @Test
        void finishesItWithoutNotes() {
            assertThat(put(job + "/completion", slotBody(9, 10)).statusCode()).isEqualTo(204);
            assertThat(body(get(job)).get("notes").asString()).isEmpty();
        }

        @Test
        void finishesItWithParts() {
            happened(
                    "part:OIL-5W30-1L",
                    0,
                    new PartRegistered("OIL-5W30-1L", "Oil", new BigDecimal("12.95"), "EUR", 20));
            var completion = """
                    {"start": "%sT09:00:00", "end": "%sT10:00:00", "parts": [{"sku": "oil-5w30-1l", "quantity": 4}]}""".formatted(day, day);
            await().atMost(SOON)
                    .until(() -> put(job + "/completion", completion).statusCode() == 204);

            var part = body(get(job)).get("parts").get(0);
            assertThat(part.get("sku").asString()).isEqualTo("OIL-5W30-1L");
            assertThat(part.get("quantity").asInt()).isEqualTo(4);
        }

        @Test
        void isNotFinishedWithPartsThatNobodyKnows() {
            var completion = """
                    {"start": "%sT09:00:00", "end": "%sT10:00:00", "parts": [{"sku": "%s", "quantity": %d}]}""";

            refused(put(job + "/completion", completion.formatted(day, day, "NONE-1", 1)), 409, "known-part");
            assertThat(put(job + "/completion", completion.formatted(day, day, "?", 1))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(put(job + "/completion", completion.formatted(day, day, "NONE-1", 0))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(body(get(job)).get("status").asString()).isEqualTo("PLANNED");
        }

        @Test
        void knowsItsPartsAlsoWhileTheirTableIsRebuilt() {
            happened(
                    "part:BRAKE-PAD-1", 0, new PartRegistered("BRAKE-PAD-1", "Pad", new BigDecimal("30.00"), "EUR", 4));
            var completion = """
                    {"start": "%sT09:00:00", "end": "%sT10:00:00", "parts": [{"sku": "%s", "quantity": 2}]}""";
            whileRebuilding("workshop-parts", () -> {
                refused(put(job + "/completion", completion.formatted(day, day, "NONE-1", 1)), 409, "known-part");
                assertThat(put(job + "/completion", completion.formatted(day, day, "BRAKE-PAD-1", 1))
                                .statusCode())
                        .isEqualTo(204);
            });
        }

        @Test
        void cancelsIt() {
            assertThat(put(job + "/cancellation", "{\"reason\": \"ill\"}").statusCode())
                    .isEqualTo(204);
            assertThat(put(job + "/cancellation", "{\"reason\": \"ill\"}").statusCode())
                    .isEqualTo(204);

            var shown = body(get(job));
            assertThat(shown.get("status").asString()).isEqualTo("CANCELLED");
            assertThat(shown.get("cancellationReason").asString()).isEqualTo("ill");
            refused(put(job + "/cancellation", "{\"reason\": \"sold\"}"), 409, "job-open");
            refused(put(job + "/timeslot", slotBody(14, 15)), 409, "job-open");
            refused(put(job + "/completion", slotBody(9, 10)), 409, "job-open");
        }

        @Test
        void isRefusedWhenThereIsNone() {
            var unknown = "/api/workshop/plannings/%s/jobs/%s".formatted(day, UUID.randomUUID());
            var onAnEmptyDay = unknown.replace(day.toString(), day.plusDays(1).toString());

            refused(get(unknown), 404, "job-planned");
            refused(put(unknown + "/timeslot", slotBody(14, 15)), 404, "job-planned");
            refused(put(unknown + "/completion", slotBody(9, 10)), 404, "job-planned");
            refused(put(onAnEmptyDay + "/cancellation", "{\"reason\": \"ill\"}"), 404, "job-planned");
            refused(put(onAnEmptyDay + "/cancellation", "{\"reason\": \"ill\"}"), 404, "job-planned");
        }

        @Test
        void isRefusedBeyondItsDay() {
            var overnight = "{\"start\": \"%sT17:00\", \"end\": \"%sT09:00\"}".formatted(day, day.plusDays(1));

            refused(put(job + "/timeslot", overnight), 400, "within-one-day");
            refused(put(job + "/completion", overnight), 400, "within-one-day");
        }
    }

    @Nested
    class Looking {

        @Test
        void showsADayWithoutJobs() {
            assertThat(body(get("/api/workshop/plannings/" + day))).isEqualTo(json.readTree("""
                            {"day": "%s", "open": true, "opensAt": "08:00:00", "closesAt": "18:00:00",
                             "workstations": 3, "jobs": []}""".formatted(day)));
        }

        @Test
        void showsAClosedDay() {
            var sunday = body(get("/api/workshop/plannings/" + day.minusDays(1)));

            assertThat(sunday.get("open").asBoolean()).isFalse();
            assertThat(sunday.get("opensAt").isNull()).isTrue();
        }

        @Test
        void refusesADayThatIsNone() {
            assertThat(get("/api/workshop/plannings/2026-02-30").statusCode()).isEqualTo(400);
            refused(get("/api/workshop/plannings/1999-12-31"), 400, "workshop-day");
            refused(get("/api/workshop/plannings/+999999999-12-31"), 400, "workshop-day");
        }

        @Test
        void showsJobsInLanes() {
            plan(vehicle, 9, 11);
            plan(registerVehicle(), 10, 12);
            plan(registerVehicle(), 11, 13);

            assertThat(planning()
                            .get("jobs")
                            .valueStream()
                            .map(job -> job.get("lane").asInt()))
                    .containsExactly(1, 2, 1);
        }

        @Test
        void showsAVehiclesHistoryNewestFirst() {
            plan(vehicle, 9, 11);
            plan(vehicle, 15, 16);
            plan(vehicle, 12, 13);

            var history = body(get("/api/workshop/vehicles/" + vehicle + "/jobs?size=2"));

            assertThat(history.get("totalItems").asLong()).isEqualTo(3);
            assertThat(history.get("totalPages").asInt()).isEqualTo(2);
            assertThat(history.get("items")
                            .valueStream()
                            .map(job -> job.get("start").asString()))
                    .containsExactly(day + "T15:00:00", day + "T12:00:00");
        }

        @Test
        void findsCustomersAndVehiclesByWhatTheirTextsContain() {
            assertThat(ids("/api/workshop/customers?size=100&query=100%25_%5C", "customerId"))
                    .contains(customer.toString());
            assertThat(ids("/api/workshop/customers?query=0%25%25", "customerId"))
                    .isEmpty();
            assertThat(ids(
                            "/api/workshop/vehicles?query=" + vehicle.toLowerCase(java.util.Locale.ROOT),
                            "licenseNumber"))
                    .containsExactly(vehicle);
            assertThat(ids("/api/workshop/vehicles", "licenseNumber"))
                    .isNotEmpty()
                    .isSorted();
            assertThat(get("/api/workshop/customers?query=" + "x".repeat(101)).statusCode())
                    .isEqualTo(400);
        }

        @Test
        void knowsWhatItDoesNotKnow() {
            refused(get("/api/workshop/customers/" + UUID.randomUUID()), 404, "known-customer");
            refused(get("/api/workshop/vehicles/XX-99-XX"), 404, "known-vehicle");
            refused(get("/api/workshop/vehicles/nonsense"), 400, "license-number");
        }
    }

    private List<String> ids(String path, String field) {
        return body(get(path))
                .get("items")
                .valueStream()
                .map(item -> item.get(field).asString())
                .toList();
    }

    private void whileRebuilding(String group, Runnable story) {
        var projection =
                processing.eventProcessor(group, StreamingEventProcessor.class).orElseThrow();
        projection.shutDown();
        projection.resetTokens();
        try {
            story.run();
        } finally {
            projection.start();
        }
    }

    private String registerVehicle() {
        var licenseNumber = "KN-%d-RS".formatted(VEHICLES.incrementAndGet());
        happened("vehicle:" + licenseNumber, 0, new VehicleRegistered(licenseNumber, "Volvo", "240", customer));
        await().atMost(SOON)
                .until(() -> get("/api/workshop/vehicles/" + licenseNumber).statusCode() == 200);
        return licenseNumber;
    }

    private void happened(String stream, long number, Object event) {
        eventStore.publish(new GenericDomainEventMessage<>("Test", stream, number, event));
    }

    private JsonNode planning() {
        return body(get("/api/workshop/plannings/" + day));
    }

    private HttpResponse<String> plan(String licenseNumber, int from, int to) {
        return post(planBody(licenseNumber, from, to));
    }

    private String planBody(String licenseNumber, int from, int to) {
        return """
                {"licenseNumber": "%s", "start": "%s", "end": "%s", "description": "Brakes"}""".formatted(licenseNumber, hour(from), hour(to));
    }

    private String slotBody(int from, int to) {
        return "{\"start\": \"%s\", \"end\": \"%s\"}".formatted(hour(from), hour(to));
    }

    private LocalDateTime hour(int hour) {
        return day.atTime(hour, 0);
    }

    private HttpResponse<String> post(String body, String... headers) {
        return send(request("POST", "/api/workshop/plannings/" + day + "/jobs", body, headers));
    }

    private HttpResponse<String> put(String path, String body) {
        return send(request("PUT", path, body));
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=20");
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:%d%s".formatted(port, path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private void refused(HttpResponse<String> answer, int status, String rule) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body(answer).get("type").asString()).isEqualTo("urn:pitstop:rule:" + rule);
    }
}
