package com.pitstop.allinone;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.test.TestDatabases;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole garage, with the demo in it, on each database: what a visitor, a careless client and an operator see. */
class AllInOneTest {

    @Nested
    class OnH2 extends Garage {

        OnH2() {
            super(TestDatabases.h2());
        }
    }

    @Nested
    class OnPostgreSql extends Garage {

        OnPostgreSql() {
            super(TestDatabases.postgres());
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Garage {

        private static final JsonMapper JSON = new JsonMapper();
        private static final List<String> POLICIES = List.of(
                "parts-consumption",
                "parts-receiving",
                "billing-receipts",
                "customer-activities",
                "vehicle-activities",
                "workshop-activities",
                "parts-activities",
                "billing-activities",
                "process-activities",
                "process-webhooks",
                "process-answers");
        private static final String CUSTOMER = """
                {"name": "Test", "address": "Street 1", "postalCode": "1234 AB", "city": "Town",
                 "telephoneNumber": "+31 6 5550 1234", "emailAddress": "test@example.com"}""";

        private final Map<String, Object> settings;
        private final HttpClient http = HttpClient.newHttpClient();
        private ConfigurableApplicationContext garage;
        private int port;
        private int managementPort;

        Garage(Map<String, Object> settings) {
            this.settings = settings;
        }

        @BeforeAll
        void open() {
            garage = SpringApplication.run(AllInOne.class, TestDatabases.arguments(settings, "--pitstop.demo=true"));
            port = garage.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            managementPort = garage.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        }

        @AfterAll
        void close() {
            garage.close();
        }

        @Test
        void showsABelievableGarage() throws Exception {
            assertThat(json(get("/api/customers")).get("totalItems").asInt()).isGreaterThanOrEqualTo(12);
            assertThat(json(get("/api/vehicles?size=1")).get("totalItems").asInt())
                    .isGreaterThanOrEqualTo(20);
            assertThat(rows("workshop.job")).hasSizeGreaterThanOrEqualTo(20);
            assertThat(rows("workshop.job").stream().map(row -> row.get("status")))
                    .contains("PLANNED", "FINISHED", "CANCELLED");
            assertThat(json(get("/api/parts")).get("totalItems").asInt()).isEqualTo(DemoData.PARTS.size());
            assertThat(json(get("/api/parts/reorders")).at("/items/0/sku").asString())
                    .isEqualTo(DemoData.ORDERED);
            assertThat(json(get("/api/parts/deliveries?sku=" + DemoData.ORDERED))
                            .get("totalItems")
                            .asInt())
                    .isEqualTo(1);
        }

        /** Of five finished jobs three were services and two winter tyres. */
        @Test
        void takesThePartsOfFinishedJobsFromTheShelf() throws Exception {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(onHand("OIL-5W30-1L")).isEqualTo(60 - 3 * 4);
                assertThat(onHand("FILTER-OX-188D")).isEqualTo(20 - 3);
                assertThat(onHand("TYRE-W-205-55R16")).isEqualTo(48 - 2 * 4);
            });
            assertThat(json(get("/api/parts/BULB-H7")).get("reserved").asInt()).isEqualTo(5 * 2);
        }

        @Test
        void invoicesEveryJobThatIsFinished() {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(database()
                                            .queryForList("select job_id from billing.invoice order by job_id"))
                                    .isNotEmpty()
                                    .isEqualTo(
                                            database()
                                                    .queryForList(
                                                            "select job_id from workshop.job where status = 'FINISHED' order by job_id")));
        }

        @Test
        void writesToCustomersAboutEveryJobAndInvoice() {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(mails("WELCOME")).isEqualTo(rows("customer.customer").size());
                assertThat(mails("JOB_PLANNED")).isEqualTo(rows("workshop.job").size());
                assertThat(mails("INVOICE")).isEqualTo(rows("billing.invoice").size());
            });
        }

        @Test
        void rebuildsEveryReadModelToTheSameRows() throws Exception {
            awaitCaughtUp();
            var before = readModels();

            for (var processor : processors()) {
                var name = processor.get("name").asString();
                assertThat(manage("POST", "/processors/" + name + "/replay").statusCode())
                        .as(name)
                        .isEqualTo(POLICIES.contains(name) ? 409 : 202);
            }

            awaitCaughtUp();
            var after = readModels();
            before.forEach(
                    (table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
        }

        @Test
        void recordsWhatWasDoneAndWhatWasRefused() throws Exception {
            problem(post("/api/workshop/plannings/2000-01-03/jobs", """
                            {"licenseNumber": "KN-16-RS", "start": "2000-01-03T09:00:00",
                             "end": "2000-01-03T10:00:00", "description": "Too late"}"""), 409);
            problem(send("PUT", "/api/vehicles/KN-16-XX/unregistration", ""), 404);
            awaitCaughtUp();

            var vehicle =
                    json(get("/api/audit/timelines/vehicles/kn-16-rs?size=100")).get("items");
            assertThat(vehicle.get(0).get("what").asString()).isEqualTo("VehicleRegistered");
            assertThat(vehicle.get(0).get("command").asString()).isEqualTo("RegisterVehicle");
            assertThat(vehicle.get(0).get("correlationId").asString()).isEqualTo("demo");
            assertThat(vehicle.valueStream().map(entry -> entry.get("rule").asString()))
                    .contains("not-in-the-past");
            var unknown = json(get("/api/audit?subject=vehicle:KN-16-XX")).get("items");
            assertThat(unknown.valueStream().map(entry -> entry.get("rule").asString()))
                    .containsExactly("known-vehicle");
            assertThat(json(get("/api/audit/verification")).get("intact").asBoolean())
                    .isTrue();
        }

        @Test
        void takesACustomerInWithVehicleAccountAndWishes() throws Exception {
            var noor = """
                    {"customer": {"email": "noor@example.com", "firstName": "Noor", "lastName": "Visser",
                                  "phone": "+31655501234", "address": "Kade 2", "postalCode": "7411 AA", "city": "Deventer"},
                     "vehicles": [{"licenseNumber": "NV-20-26", "brand": "Volvo", "type": "EX30"}],
                     "billing": {"plan": "SERVICE_PLAN", "paymentMethod": "CARD"},
                     "preferences": {"newsletter": true, "dataSharing": true}}""";
            var tracked = tracked(post("/api/onboardings", noor));

            awaitState(tracked, "COMPLETED");

            var customerId = json(get(tracked.get("resultsUrl").asString()))
                    .at("/made/register-customer/customerId")
                    .asString();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(get("/api/customers/" + customerId).body()).contains("Noor Visser");
                assertThat(get("/api/vehicles/NV-20-26").body()).contains(customerId);
                assertThat(get("/api/billing-accounts/" + customerId).body()).contains("SERVICE_PLAN");
                assertThat(get("/api/contact-preferences/" + customerId).body()).contains("\"newsletter\":true");
            });

            var again = tracked(post("/api/onboardings", noor));
            awaitState(again, "COMPLETED");
            var results = json(get(again.get("resultsUrl").asString()));
            assertThat(results.get("customerId").asString()).isEqualTo(customerId);
            assertThat(results.get("alreadyExists").asBoolean()).isTrue();
            assertThat(results.at("/vehicles/0/alreadyExists").asBoolean()).isTrue();
            problem(post("/api/onboardings", noor.replace("Kade 2", "Kade 3")), 409);
        }

        @Test
        void takesTheMoneyForARepairOnce() throws Exception {
            var owner = json(get("/api/vehicles/KN-16-RS")).get("ownerId").asString();
            var tracked = tracked(post("/api/repair-orders", """
                    {"customerId": "%s", "licenseNumber": "KN-16-RS", "amount": 500.00, "card": "card_approved",
                     "preferredSlot": {"start": "2099-06-09T09:00:00", "end": "2099-06-09T10:00:00"}}""".formatted(owner)));
            awaitState(tracked, "WAITING_SIGNAL");
            var planned = await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> json(get("/api/workshop/plannings/2099-06-09"))
                                    .at("/jobs/0/jobId"),
                            job -> !job.isMissingNode());

            send(
                    "PUT",
                    "/api/workshop/plannings/2099-06-09/jobs/%s/completion".formatted(planned.asString()),
                    """
                    {"start": "2099-06-09T09:00:00", "end": "2099-06-09T10:00:00", "notes": "Done", "parts": []}""",
                    "Content-Type",
                    "application/json");

            awaitState(tracked, "COMPLETED");
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var invoice =
                        json(get("/api/invoices?jobId=" + planned.asString())).at("/items/0");
                assertThat(invoice.path("status").asString("")).isEqualTo("PAID");
                var payment = json(get("/api/payments?invoiceNumber="
                                + invoice.get("number").asString()))
                        .at("/items/0");
                assertThat(payment.path("captured").decimalValue())
                        .isEqualByComparingTo(invoice.get("total").decimalValue());
            });
        }

        @Test
        void undoesAnOrderWhoseCardIsDeclined() throws Exception {
            var vehicle = json(get("/api/vehicles/KN-16-RS"));
            var reserved =
                    json(get("/api/parts/FILTER-OX-188D")).get("reserved").asInt();
            var tracked = tracked(post(
                    "/api/repair-orders", """
                    {"customerId": "%s", "licenseNumber": "KN-16-RS", "amount": 149.50, "card": "card_declined",
                     "lines": [{"sku": "FILTER-OX-188D", "quantity": 1}],
                     "preferredSlot": {"start": "2099-06-03T09:00:00", "end": "2099-06-03T10:00:00"}}""".formatted(vehicle.get("ownerId").asString())));

            awaitState(tracked, "COMPENSATED");

            assertThat(json(get("/api/parts/FILTER-OX-188D")).get("reserved").asInt())
                    .isEqualTo(reserved);
            var trackingNumber =
                    java.util.UUID.fromString(tracked.get("trackingNumber").asString());
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(database()
                                    .queryForList(
                                            "select step from process.moment where tracking_number = ? and event = 'StepUndone' order by position",
                                            String.class,
                                            trackingNumber))
                            .containsExactly("reserve-parts-1", "place-order"));
        }

        @Test
        void recordsWhoSteppedInAndWhyAndTellsWhatCameOfIt() throws Exception {
            step("/api/participants/parts/pause", "The shelf is being moved");
            awaitLeftAlone("parts");
            var vehicle = json(get("/api/vehicles/KN-16-RS"));
            var tracked = tracked(post(
                    "/api/repair-orders", """
                    {"customerId": "%s", "licenseNumber": "KN-16-RS", "amount": 149.50, "card": "card_declined",
                     "lines": [{"sku": "FILTER-OX-188D", "quantity": 1}],
                     "preferredSlot": {"start": "2099-06-04T09:00:00", "end": "2099-06-04T10:00:00"}}""".formatted(vehicle.get("ownerId").asString())));
            awaitState(tracked, "WAITING_RETRY");
            var process = "/api/processes/" + tracked.get("trackingNumber").asString();
            assertThat(json(get(process + "/status")).get("explanation").asString())
                    .isEqualTo("Parts is paused, and is asked for reserve-parts-1 when it is resumed");

            step(process + "/steps/reserve-parts-1/retry", "Look again");
            step(process + "/pause", "Lunch");
            step(process + "/resumption", "Lunch is over");
            step("/api/participants/parts/resumption", "The shelf stands");

            awaitState(tracked, "COMPENSATED");
            awaitCaughtUp();
            assertThat(reasons("routing-slip:" + tracked.get("trackingNumber").asString()))
                    .contains("RetryStep: Look again", "PauseRoutingSlip: Lunch", "ResumeRoutingSlip: Lunch is over");
            assertThat(reasons("participant:parts"))
                    .containsExactlyInAnyOrder(
                            "PauseParticipant: The shelf is being moved", "ResumeParticipant: The shelf stands");
            assertThat(json(get(process + "/timeline"))
                            .get("items")
                            .valueStream()
                            .map(moment -> moment.get("event").asString()))
                    .containsSubsequence(
                            "RoutingSlipStarted",
                            "RepairOrderPlaced",
                            "StepHastened",
                            "PartsReserved",
                            "PaymentAuthorizationRequested",
                            "PaymentDeclined",
                            "PartsReleased",
                            "RepairOrderRejected",
                            "RoutingSlipCompensated");
        }

        private void step(String path, String reason) throws Exception {
            var answer = send(
                    "PUT",
                    path,
                    "{\"reason\": \"%s\"}".formatted(reason),
                    "Content-Type",
                    "application/json",
                    "Prefer",
                    "wait=10");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }

        /** What came of it and why, of all that somebody wished for this stream. */
        private List<String> reasons(String subject) throws Exception {
            return json(get("/api/audit?size=100&subject=" + subject))
                    .get("items")
                    .valueStream()
                    .filter(entry -> entry.get("payload").asString().contains("\"reason\":"))
                    .map(entry -> entry.get("command").asString() + ": "
                            + JSON.readTree(entry.get("payload").asString())
                                    .get("reason")
                                    .asString())
                    .toList();
        }

        private void awaitLeftAlone(String participant) {
            await().until(() -> garage.getBean(com.pitstop.process.domain.Participants.class)
                    .leftAloneUntil(participant, java.time.Instant.EPOCH)
                    .isPresent());
        }

        @Test
        void immobilisesAVehicleThatIsNotSafe() throws Exception {
            var owner = ownerOfNew("TR-20-26");
            var tracked = tracked(post("/api/triages", """
                    {"customerId": "%s", "licenseNumber": "TR-20-26"}""".formatted(owner)));
            awaitState(tracked, "WAITING_SIGNAL");

            signal(tracked, "assessed", """
                    {"data": {"condition": "UNSAFE", "findings": "The brakes fail"}}""");

            awaitState(tracked, "COMPLETED");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(json(get("/api/vehicles/TR-20-26"))
                                    .get("immobilised")
                                    .asBoolean())
                            .isTrue());
            assertThat(rows("notification.mail"))
                    .filteredOn(mail -> mail.get("kind").equals("UNSAFE_VEHICLE"))
                    .singleElement()
                    .satisfies(
                            alert -> assertThat(alert.get("text").toString()).contains("TR-20-26", "The brakes fail"));
        }

        @Test
        void repairsWhatAnInspectionFoundAndInvitesAgainUnlessTheVehicleIsSold() throws Exception {
            var owner = ownerOfNew("PI-20-26");
            var tracked = tracked(post("/api/inspections", """
                    {"customerId": "%s", "licenseNumber": "PI-20-26",
                     "preferredSlot": {"start": "2099-06-04T09:00:00", "end": "2099-06-04T10:00:00"}}""".formatted(owner)));
            signal(tracked, "inspection-recorded", """
                    {"data": {"result": "DEFECTS", "defects": "Worn brakes",
                              "repairSlot": {"start": "2099-06-05T09:00", "end": "2099-06-05T12:00"}}}""");

            awaitState(tracked, "COMPLETED");
            var made = json(get(tracked.get("resultsUrl").asString())).get("made");
            assertThat(made.at("/plan-repair/day").asString()).isEqualTo("2099-06-05");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    get("/api/workshop/vehicles/PI-20-26/jobs").body())
                            .contains("Periodic inspection", "Defects found at the inspection: Worn brakes"));

            var next = "/api/inspections/%s/status"
                    .formatted(made.at("/begin-next-inspection/begun").asString());
            awaitState(next, "WAITING_SIGNAL");
            send(
                    "PUT",
                    "/api/vehicles/PI-20-26/owner",
                    "{\"ownerId\": \"%s\"}".formatted(java.util.UUID.randomUUID()),
                    "Content-Type",
                    "application/json");
            awaitState(next, "TERMINATED");
        }

        @Test
        void cancelsTheInspectionOfAVehicleThatLeaves() throws Exception {
            var owner = ownerOfNew("SO-20-26");
            var tracked = tracked(post("/api/inspections", """
                    {"customerId": "%s", "licenseNumber": "SO-20-26",
                     "preferredSlot": {"start": "2099-06-04T13:00:00", "end": "2099-06-04T14:00:00"}}""".formatted(owner)));
            awaitState(tracked, "WAITING_SIGNAL");

            send("PUT", "/api/vehicles/SO-20-26/unregistration", "");

            awaitState(tracked, "TERMINATED");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    get("/api/workshop/vehicles/SO-20-26/jobs").body())
                            .contains("CANCELLED"));
        }

        @Test
        void leavesTheStockExactWhenARepairTookLessThanWasKept() throws Exception {
            var tracked = order("2099-06-04", """
                    {"sku": "FILTER-AIR-C27", "quantity": 2}, {"sku": "WIPER-600", "quantity": 3},
                    {"sku": "BRAKE-PADS-F", "quantity": 1, "onOrder": true}""");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(json(get("/api/parts/deliveries?sku=BRAKE-PADS-F"))
                                    .get("totalItems")
                                    .asInt())
                            .isEqualTo(1));
            var delivery = json(get("/api/parts/deliveries?sku=BRAKE-PADS-F"))
                    .at("/items/0/deliveryId")
                    .asString();
            assertThat(send("PUT", "/api/parts/deliveries/" + delivery + "/receipt", "")
                            .statusCode())
                    .isEqualTo(204);
            var job = awaitJob(tracked);
            awaitStock("FILTER-AIR-C27", 9, 2);
            awaitStock("WIPER-600", 22, 3);
            awaitStock("BRAKE-PADS-F", 13, 1);

            var finished = send("PUT", job + "/completion", """
                    {"start": "2099-06-04T09:00:00", "end": "2099-06-04T09:30:00", "notes": "The wipers were fine",
                     "parts": [{"sku": "FILTER-AIR-C27", "quantity": 1}, {"sku": "BRAKE-PADS-F", "quantity": 1}]}""", "Content-Type", "application/json");
            assertThat(finished.statusCode()).as(finished.body()).isEqualTo(204);

            awaitState(tracked, "COMPLETED");
            awaitStock("FILTER-AIR-C27", 8, 0);
            awaitStock("WIPER-600", 22, 0);
            awaitStock("BRAKE-PADS-F", 12, 0);
            assertThat(database()
                            .queryForList(
                                    "select kind from parts.movement where reference = ? and kind = 'ADJUSTED'",
                                    job.substring(job.lastIndexOf('/') + 1)))
                    .isEmpty();
        }

        @Test
        void asksAPersonWhenTheJobOfAnOrderIsCancelled() throws Exception {
            var before = json(get("/api/parts/OIL-5W30-1L"));
            var tracked = order("2099-06-05", """
                    {"sku": "OIL-5W30-1L", "quantity": 4}""");
            var job = awaitJob(tracked);

            var cancelled =
                    send("PUT", job + "/cancellation", "{\"reason\": \"No time\"}", "Content-Type", "application/json");
            assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(204);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(json(get("/api/incidents"))
                                    .get("items")
                                    .valueStream()
                                    .filter(incident ->
                                            incident.get("trackingNumber").equals(tracked.get("trackingNumber")))
                                    .map(incident -> incident.get("message").asString()))
                            .containsExactly("The job was cancelled: No time"));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(json(get("/api/parts/OIL-5W30-1L"))
                                    .get("reserved")
                                    .asInt())
                            .isEqualTo(before.get("reserved").asInt()));
        }

        @Test
        void refusesAnOrderForPartsThatAreNotThere() throws Exception {
            var answer = post("/api/repair-orders", orderOf("2099-06-08", """
                    {"sku": "WIPER-600", "quantity": 23}, {"sku": "NONE-1", "quantity": 1, "onOrder": true}"""));

            var problem = problem(answer, 409);
            assertThat(problem.get("type").asString()).isEqualTo("urn:pitstop:rule:parts-available");
            assertThat(problem.get("parts")
                            .valueStream()
                            .map(part -> part.get("sku").asString()))
                    .containsExactly("WIPER-600", "NONE-1");
        }

        private JsonNode order(String day, String lines) throws Exception {
            return tracked(post("/api/repair-orders", orderOf(day, lines)));
        }

        private String orderOf(String day, String lines) throws Exception {
            var owner = json(get("/api/vehicles/KN-16-RS")).get("ownerId").asString();
            return """
                    {"customerId": "%s", "licenseNumber": "KN-16-RS", "amount": 149.50, "card": "card_approved",
                     "lines": [%s], "preferredSlot": {"start": "%sT09:00:00", "end": "%sT10:00:00"}}""".formatted(owner, lines, day, day);
        }

        /** Where the job of an order is, once the order waits for it. */
        private String awaitJob(JsonNode tracked) {
            var slip = java.util.UUID.fromString(tracked.get("trackingNumber").asString());
            var waiting = "select offer from process.awaited_signal"
                    + " where tracking_number = ? and step = 'wait-for-job' and not settled";
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(database().queryForList(waiting, String.class, slip))
                            .hasSize(1));
            var offer = JSON.readTree(database().queryForObject(waiting, String.class, slip));
            return "/api/workshop/plannings/%s/jobs/%s"
                    .formatted(offer.get("day").asString(), offer.get("jobId").asString());
        }

        private void awaitStock(String sku, int onHand, int reserved) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var part = json(get("/api/parts/" + sku));
                assertThat(part.get("onHand").asInt()).as(sku).isEqualTo(onHand);
                assertThat(part.get("reserved").asInt()).as(sku).isEqualTo(reserved);
            });
        }

        @Test
        void answersEveryKindOfBadInputWithItsProblem() throws Exception {
            problem(post("/api/customers", "{\"name\": "), 400);
            problem(post("/api/customers", ""), 400);
            problem(post("/api/customers", "[]"), 400);
            assertThat(problem(post("/api/customers", "{}"), 400).get("errors")).hasSize(6);
            fieldError(CUSTOMER.replace("\"Test\"", "\"" + "x".repeat(101) + "\""), "name");
            fieldError(CUSTOMER.replace("\"Test\"", "42"), "name");
            fieldError(CUSTOMER.replace("Test", "T\\u0000"), "name");
            fieldError(CUSTOMER.replace("Test", "T\\ud800"), "name");
            problem(get("/api/customers?query=%00"), 400);
            problem(get("/api/workshop/customers?query=%00"), 400);
            problem(get("/api/workshop/vehicles?query=%00"), 400);
            fieldError(CUSTOMER.replace("{", "{\"colour\": \"red\", "), "colour");
            fieldError(CUSTOMER.replace("test@example.com", "no mail"), "emailAddress");
            problem(post("/api/customers", "{\"name\": \"" + "x".repeat(70_000) + "\"}"), 413);
            problem(send("POST", "/api/customers", "name=Test", "Content-Type", "text/plain"), 415);
            problem(get("/api/nothing"), 404);
            problem(get("/api/customers/not-a-uuid"), 400);
            problem(get("/api/customers/7d444840-9dc0-11d1-b245-5ffdce74fad2"), 404);
            problem(get("/api/customers?page=-1"), 400);
            problem(get("/api/customers?size=1000"), 400);
            problem(get("/api/customers?page=many"), 400);
            problem(get("/api/workshop/plannings/2026-02-30"), 400);
            problem(send("DELETE", "/api/customers", ""), 405);
            problem(send("GET", "/api/customers", "", "Accept", "text/csv"), 406);
            problem(post("/api/workshop/plannings/2026-02-27/jobs", """
                            {"licenseNumber": "KN-16-RS", "start": "2026-02-27T09:00:00Z",
                             "end": "2026-02-27T10:00:00", "description": "x"}"""), 400);
        }

        @Test
        void refusesABodyOfUnknownLengthOnceItIsTooLong() throws Exception {
            var endless = HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                    ("{\"name\": \"" + "x".repeat(70_000)).getBytes(StandardCharsets.UTF_8)));
            var request = request("/api/customers", "Content-Type", "application/json")
                    .POST(endless)
                    .build();

            problem(http.send(request, HttpResponse.BodyHandlers.ofString()), 413);
        }

        @Test
        void answersARequestLineThatIsNoneWithAProblem() throws Exception {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write("GET /api/{}|\\^ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "correlationId");
            }
        }

        @Test
        void takesOverASaneCorrelationIdAndMakesOneOtherwise() throws Exception {
            var taken = send("GET", "/api/customers/nobody", "", "X-Correlation-ID", "story-1_a.B");
            assertThat(header(taken)).isEqualTo("story-1_a.B");
            assertThat(json(taken).get("correlationId").asString()).isEqualTo("story-1_a.B");
            assertThat(json(taken).get("instance").asString()).isEqualTo("/api/customers/nobody");

            assertThat(header(send("GET", "/api/customers", "", "X-Correlation-ID", "x".repeat(65))))
                    .hasSize(36);
            assertThat(header(get("/api/customers"))).hasSize(36);
        }

        @Test
        void storesTheCorrelationIdWithTheEvents() throws Exception {
            send("POST", "/api/customers", CUSTOMER, "Content-Type", "application/json", "X-Correlation-ID", "find-me");

            assertThat(database().queryForList("select meta_data from hub.domain_event_entry", byte[].class).stream()
                            .map(metaData -> new String(metaData, StandardCharsets.UTF_8)))
                    .anyMatch(metaData -> metaData.contains("\"correlationId\":\"find-me\""));
        }

        @Test
        void describesEveryRequestAndTheLimitOfEveryText() throws Exception {
            var api = json(get("/v3/api-docs"));

            assertThat(api.get("paths").propertyNames())
                    .contains(
                            "/api/customers",
                            "/api/customers/{customerId}/contact-details",
                            "/api/vehicles/{licenseNumber}/owner",
                            "/api/workshop/plannings/{day}/jobs/{jobId}/completion",
                            "/api/workshop/vehicles/{licenseNumber}/jobs",
                            "/api/parts/{sku}/reservations/{reservationId}/consumption",
                            "/api/parts/deliveries/{deliveryId}/receipt",
                            "/api/invoices/{number}/credit-note",
                            "/api/payments/{paymentId}/refund",
                            "/api/billing-accounts/{customerId}/closure",
                            "/api/contact-preferences/{customerId}",
                            "/api/mails/{mailId}/message",
                            "/api/onboardings/{trackingNumber}/results",
                            "/api/repair-orders/{trackingNumber}/status",
                            "/api/triages/{trackingNumber}/status",
                            "/api/inspections/{trackingNumber}/results",
                            "/api/processes/{trackingNumber}/compensation-preview",
                            "/api/processes/actions/preview",
                            "/api/processes/{trackingNumber}/subscriptions/{subscriptionId}",
                            "/api/participants/{name}/pause",
                            "/api/process-definitions/{name}/{version}")
                    .noneMatch(path -> path.startsWith("/simulated-provider"));
            api.get("components").get("schemas").properties().stream()
                    .filter(schema -> schema.getKey().endsWith("Request"))
                    .flatMap(schema -> schema.getValue().get("properties").properties().stream())
                    .filter(property ->
                            property.getValue().path("type").asString("").equals("string")
                                    && property.getValue().path("format").isMissingNode())
                    .forEach(property -> assertThat(property.getValue().has("maxLength")
                                    || property.getValue().has("pattern")
                                    || property.getValue().has("enum"))
                            .as(property.getKey())
                            .isTrue());
            assertThat(send("GET", "/swagger-ui/index.html", "").statusCode()).isEqualTo(200);
        }

        @Test
        void showsItsHealthAndMetricsOnAPortOfItsOwn() throws Exception {
            assertThat(json(manage("GET", "/health/readiness")).get("status").asString())
                    .isEqualTo("UP");
            assertThat(manage("GET", "/prometheus").body()).contains("pitstop_deadletters", "jvm_memory_used_bytes");
            assertThat(get("/actuator/processors").statusCode()).isEqualTo(404);
        }

        private static JsonNode tracked(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return json(answer);
        }

        /** A vehicle that no other test touches. */
        private String ownerOfNew(String licenseNumber) throws Exception {
            var owner = json(get("/api/vehicles/KN-16-RS")).get("ownerId").asString();
            var answer = post("/api/vehicles", """
                    {"licenseNumber": "%s", "brand": "Volvo", "type": "V60", "ownerId": "%s"}""".formatted(licenseNumber, owner));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return owner;
        }

        private void signal(JsonNode tracked, String signal, String body) throws Exception {
            var answer = post(
                    "/api/processes/%s/signals/%s"
                            .formatted(tracked.get("trackingNumber").asString(), signal),
                    body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }

        private void awaitState(JsonNode tracked, String state) {
            awaitState(tracked.get("statusUrl").asString(), state);
        }

        private void awaitState(String statusUrl, String state) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var answer = get(statusUrl);
                assertThat(json(answer).path("state").asString(""))
                        .as(answer.body())
                        .isEqualTo(state);
            });
        }

        private Map<String, List<Map<String, Object>>> readModels() {
            var tables = new TreeMap<String, List<Map<String, Object>>>();
            List.of(
                            "customer.customer",
                            "vehicle.vehicle",
                            "workshop.customer",
                            "workshop.vehicle",
                            "workshop.part",
                            "workshop.job",
                            "parts.part",
                            "parts.movement",
                            "parts.reservation",
                            "parts.delivery",
                            "parts.kept_part",
                            "billing.customer",
                            "billing.part",
                            "billing.job",
                            "billing.invoice",
                            "billing.payment",
                            "billing.payment_step",
                            "billing.account",
                            "notification.customer",
                            "notification.preferences",
                            "notification.job",
                            "process.slip",
                            "process.step",
                            "process.timer",
                            "process.awaited_signal",
                            "process.incident",
                            "process.moment",
                            "process.consequence",
                            "process.participant",
                            "process.open_request",
                            "process.expectation",
                            "process.part_stock",
                            "audit.entry",
                            "audit.chain_head")
                    .forEach(table -> tables.put(table, rows(table)));
            tables.put("process.arrival", database().queryForList("select * from process.arrival order by 1"));
            return tables;
        }

        private long mails(String kind) {
            return rows("notification.mail").stream()
                    .filter(mail -> mail.get("kind").equals(kind))
                    .count();
        }

        private int onHand(String sku) throws Exception {
            return json(get("/api/parts/" + sku)).get("onHand").asInt();
        }

        private List<Map<String, Object>> rows(String table) {
            return database().queryForList("select * from " + table + " order by 1, 2");
        }

        private JdbcTemplate database() {
            return garage.getBean(JdbcTemplate.class);
        }

        private void awaitCaughtUp() {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(processors()).isNotEmpty().allSatisfy(processor -> {
                        assertThat(processor.get("state").asString()).isEqualTo("RUNNING");
                        assertThat(processor.get("lagInEvents").asLong()).isZero();
                    }));
        }

        private List<JsonNode> processors() throws Exception {
            return json(manage("GET", "/processors"))
                    .get("processors")
                    .valueStream()
                    .toList();
        }

        private void fieldError(String body, String field) throws Exception {
            var errors = problem(post("/api/customers", body), 400).get("errors");
            assertThat(errors.valueStream().map(error -> error.get("field").asString()))
                    .containsExactly(field);
        }

        private static JsonNode problem(HttpResponse<String> answer, int status) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            var problem = json(answer);
            assertThat(problem.propertyNames())
                    .contains("type", "title", "status", "detail", "instance", "correlationId");
            assertThat(answer.body()).doesNotContain("Exception", "com.pitstop", "org.springframework");
            return problem;
        }

        private HttpResponse<String> get(String path) throws Exception {
            return send("GET", path, "");
        }

        private HttpResponse<String> post(String path, String body) throws Exception {
            return send("POST", path, body, "Content-Type", "application/json");
        }

        private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
            var request = request(path, headers)
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String path, String... headers) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            return headers.length == 0 ? request : request.headers(headers);
        }

        private HttpResponse<String> manage(String method, String path) throws Exception {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator" + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }

        private static String header(HttpResponse<String> answer) {
            return answer.headers().firstValue("X-Correlation-ID").orElse("");
        }

        private static JsonNode json(HttpResponse<String> answer) {
            return JSON.readTree(answer.body());
        }
    }
}
