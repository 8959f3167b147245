package com.pitstop.system;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.pitstop.system.Services.CUSTOMERS;
import static com.pitstop.system.Services.VEHICLES;
import static com.pitstop.system.Services.WORKSHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Work that takes several contexts, while one of them is away, frozen or killed, or has not what it takes. */
@ExtendWith(RunningServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessStory {

    private static final String PROCESSES = "process-management";
    private static final String PARTS = "parts-inventory";
    private static final String BILLING = "billing";
    private static final String NOTIFICATION = "notification";
    private static final String OTHER_PROCESSES = "process-management-2";

    private static final int ROUNDS = Integer.getInteger("pitstop.rounds", 1);
    private static final int SLIPS_PER_ROUND = 50;
    private static final int ORDERS = 10;
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final int CLIENTS = 2;

    private final Services services;
    private final Books books;
    private final Slips slips;

    ProcessStory(Services services) {
        this.services = services;
        this.books = new Books(services);
        this.slips = new Slips(services);
    }

    @BeforeAll
    void open() {
        services.startAlso(PARTS, BILLING, NOTIFICATION, PROCESSES);
    }

    @AfterAll
    void close() {
        services.stopAlso(PARTS, BILLING, NOTIFICATION, PROCESSES);
    }

    @Test
    void ordersWaitForAnInventoryThatIsAwayAndAreCarriedOutWhenItIsBack() throws Exception {
        var sku = partOnTheShelf(ORDERS);
        var vehicle = books.vehicleTheWorkshopKnows();
        services.kill(PARTS);
        var orders = new LinkedHashMap<String, LocalDate>();
        for (int number = 0; number < ORDERS; number++) {
            var day = Books.dayOfItsOwn();
            orders.put(order(vehicle, sku, 1, "card_approved", day), day);
        }
        for (var order : orders.keySet()) {
            slips.awaitStep(order, "reserve-parts-1", "RUNNING");
        }

        services.startAll();
        for (var order : orders.keySet()) {
            slips.awaitSignal(order, "job-finished");
        }
        awaitNumber(ORDERS, "/api/parts/" + sku, "/reserved");

        var finished = orders.keySet().stream().limit(3).toList();
        for (var order : finished) {
            books.finish(jobOn(orders.get(order)));
        }
        slips.awaitAll(finished, "COMPLETED");
        var payments = "/api/payments?customerId=" + ownerOf(vehicle);
        awaitNumber(finished.size(), payments + "&status=CAPTURED", "/totalItems");
        awaitNumber(ORDERS - finished.size(), payments + "&status=AUTHORIZED", "/totalItems");
    }

    @Test
    void noOnboardingIsStuckOrDoneTwiceWhenProcessManagementIsKilledMeanwhile() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var begun = new ConcurrentHashMap<String, String>();
            try (var crowd = Crowd.of(CLIENTS, () -> onboard(begun))) {
                awaitSize(SLIPS_PER_ROUND / 2, begun, crowd);
                services.kill(PROCESSES);
                services.start(PROCESSES);
                awaitSize(SLIPS_PER_ROUND, begun, crowd);
            }
            everybodyIsTakenOnOnce(begun);
        }
    }

    @Test
    void theOtherInstanceGoesOnWhenOneIsKilled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            services.addInstance(PROCESSES, OTHER_PROCESSES, Map.of());
            services.awaitReady(OTHER_PROCESSES);
            var begun = new ConcurrentHashMap<String, String>();
            try {
                await().atMost(SOON).until(() -> instancesAtWork() == 2);
                try (var crowd = Crowd.of(CLIENTS, () -> onboard(begun))) {
                    awaitSize(SLIPS_PER_ROUND / 4, begun, crowd);
                    services.kill(OTHER_PROCESSES);
                    awaitSize(SLIPS_PER_ROUND / 2, begun, crowd);
                }
                everybodyIsTakenOnOnce(begun);
            } finally {
                services.removeInstance(OTHER_PROCESSES);
            }
        }
    }

    @Test
    void whatBillingDidTooLateIsAskedForAndNotDoneAgain() throws Exception {
        var licenseNumber = Books.newLicenseNumber();
        services.freeze(BILLING);
        String slip;
        try {
            var request = Requests.onboarding(licenseNumber, "SERVICE_PLAN");
            slip = Slips.begunBy(books.accept("/api/onboardings", request, services.gateway()));
            slips.awaitStep(slip, "open-billing-account", "OUTCOME_UNKNOWN");
        } finally {
            services.thaw(BILLING);
        }

        slips.awaitState(slip, "COMPLETED");
        assertThat(slips.steps(slip, "StepOutcomeAsked")).contains("open-billing-account");
        assertThat(slips.steps(slip, "StepRequested")).as("asked for once").containsOnlyOnce("open-billing-account");
        var customer = slips.made(slip, "register-customer", "customerId");
        assertThat(eventsThatName("BillingAccountOpened", "customerId")).containsOnlyOnce(customer);
    }

    /** The second may be refused before it begins, when the shelf is known to be empty by then. */
    @Test
    void ofTwoWhoWantTheLastPartsOneGetsThemAndNothingIsLeftOfTheOther() throws Exception {
        var sku = partOnTheShelf(3);
        var vehicles = books.vehiclesTheWorkshopKnows(2);
        var days = List.of(Books.dayOfItsOwn(), Books.dayOfItsOwn());

        var answers = await().atMost(SOON)
                .until(
                        () -> atTheSameTime(
                                () -> ask(vehicles.get(0), sku, 2, "card_approved", days.get(0)),
                                () -> ask(vehicles.get(1), sku, 2, "card_approved", days.get(1))),
                        both -> both.stream().anyMatch(answer -> answer.status() == 202));

        assertThat(answers).extracting(Client.Answer::status).isSubsetOf(202, 409);
        var begun = answers.stream()
                .filter(answer -> answer.status() == 202)
                .map(Slips::begunBy)
                .toList();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statesOf(begun))
                        .containsOnlyOnce("WAITING_SIGNAL")
                        .isSubsetOf("WAITING_SIGNAL", "COMPENSATED"));
        awaitNumber(2, "/api/parts/" + sku, "/reserved");
        assertThat(jobsOn(days.get(0)) + jobsOn(days.get(1))).isEqualTo(1);
        var held = 0;
        for (var vehicle : vehicles) {
            held += number("/api/payments?status=AUTHORIZED&customerId=" + ownerOf(vehicle), "/totalItems");
        }
        assertThat(held).as("payments").isEqualTo(1);
    }

    @Test
    void nothingIsLeftOfAnOrderWhoseCardIsDeclined() throws Exception {
        var sku = partOnTheShelf(3);
        var vehicle = books.vehicleTheWorkshopKnows();
        var day = Books.dayOfItsOwn();

        var slip = order(vehicle, sku, 2, "card_declined", day);

        slips.awaitState(slip, "COMPENSATED");
        awaitUndone(slip, "reserve-parts-1", "place-order");
        awaitNumber(0, "/api/parts/" + sku, "/reserved");
        awaitNumber(1, "/api/payments?status=DECLINED&customerId=" + ownerOf(vehicle), "/totalItems");
        assertThat(jobsOn(day)).isZero();
    }

    @Test
    void nothingIsLeftOfAnOrderForWhichNoSlotIsFreeOnceItIsCancelled() throws Exception {
        var sku = partOnTheShelf(3);
        var vehicle = books.vehicleTheWorkshopKnows();
        var sunday = Books.dayOfItsOwn().plusDays(6);
        var slip = order(vehicle, sku, 2, "card_approved", sunday);
        slips.awaitSignal(slip, "slot-chosen");
        assertThat(slips.status(slip).at("/signals/0/offer/offers")).hasSize(3);
        awaitNumber(2, "/api/parts/" + sku, "/reserved");

        slips.cancel(slip);

        slips.awaitState(slip, "CANCELLED");
        awaitUndone(slip, "plan-job", "authorise-payment", "reserve-parts-1", "place-order");
        awaitNumber(0, "/api/parts/" + sku, "/reserved");
        awaitNumber(1, "/api/payments?status=VOIDED&customerId=" + ownerOf(vehicle), "/totalItems");
        assertThat(jobsOn(sunday)).isZero();
    }

    @Test
    void aReplayOfEveryReadModelLeavesNoCommandAndNoMailBehind() throws Exception {
        var sku = partOnTheShelf(3);
        var vehicle = books.vehicleTheWorkshopKnows();
        var day = Books.dayOfItsOwn();
        var done = order(vehicle, sku, 1, "card_approved", day);
        var waiting = order(vehicle, sku, 1, "card_approved", Books.dayOfItsOwn());
        slips.awaitSignal(done, "job-finished");
        slips.awaitSignal(waiting, "job-finished");
        books.finish(jobOn(day));
        slips.awaitState(done, "COMPLETED");
        var all = List.of(CUSTOMERS, VEHICLES, WORKSHOP, PARTS, BILLING, NOTIFICATION, PROCESSES);
        services.awaitCaughtUp(all);
        var before = ReadModels.ofProcesses(services);
        var events = column("hub", "select event_identifier from hub.domain_event_entry");
        var mails = column("notification", "select mail_id::text from notification.mail");

        services.replayAllOf(PROCESSES);

        services.awaitCaughtUp(all);
        assertThat(column("hub", "select event_identifier from hub.domain_event_entry"))
                .containsExactlyInAnyOrderElementsOf(events);
        assertThat(column("notification", "select mail_id::text from notification.mail"))
                .containsExactlyInAnyOrderElementsOf(mails);
        assertThat(ReadModels.ofProcesses(services)).isEqualTo(before);
        assertThat(before.get("process.expectation")).as("who waits for a job").isNotEmpty();
    }

    private void onboard(Map<String, String> begun) throws IOException, InterruptedException {
        var licenseNumber = Books.newLicenseNumber();
        var request = Requests.onboarding(licenseNumber, "PAY_AS_YOU_GO");
        begun.put(Slips.begunBy(books.accept("/api/onboardings", request, services.gateway())), licenseNumber);
    }

    /** Each is a customer with a vehicle, an account and a welcome, once. */
    private void everybodyIsTakenOnOnce(Map<String, String> begun) throws Exception {
        slips.awaitAll(begun.keySet(), "COMPLETED");
        var addresses = begun.values().stream().map(Books::ownersAddress).toList();
        onceEach(addresses, eventsThatName("CustomerRegistered", "emailAddress"));
        onceEach(begun.values(), eventsThatName("VehicleRegistered", "licenseNumber"));
        onceEach(customersOf(begun.keySet()), eventsThatName("BillingAccountOpened", "customerId"));
        onceEach(addresses, column("notification", "select recipient from notification.mail where kind = 'WELCOME'"));
    }

    private static void onceEach(Collection<String> expected, List<String> found) {
        assertThat(found).filteredOn(expected::contains).containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<String> customersOf(Collection<String> onboardings) throws IOException, InterruptedException {
        var customers = new ArrayList<String>();
        for (var slip : onboardings) {
            customers.add(slips.made(slip, "register-customer", "customerId"));
        }
        return customers;
    }

    private void awaitSize(int size, Map<String, String> begun, Crowd crowd) {
        await().atMost(Duration.ofMinutes(2)).failFast(crowd::complained).until(() -> begun.size() >= size);
    }

    private List<String> statesOf(List<String> begun) throws IOException, InterruptedException {
        var states = new ArrayList<String>();
        for (var slip : begun) {
            states.add(slips.status(slip).path("state").asString(""));
        }
        return states;
    }

    private long instancesAtWork() throws IOException, InterruptedException {
        return services.operator(PROCESSES)
                .get("/actuator/processors/process-answers")
                .body()
                .get("segments")
                .valueStream()
                .map(segment -> segment.get("owner").asString(""))
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .count();
    }

    private String partOnTheShelf(int pieces) throws IOException, InterruptedException {
        var sku = "P-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        var part = """
                {"sku": "%s", "name": "Motor oil, 1 litre", "unitPrice": 12.95, "reorderLevel": 0}""".formatted(sku);
        assertThat(services.gateway().post("/api/parts", part).status()).isEqualTo(201);
        assertThat(services.gateway()
                        .post("/api/parts/%s/receipts".formatted(sku), "{\"quantity\": %d}".formatted(pieces))
                        .status())
                .isEqualTo(201);
        return sku;
    }

    /** Begins an order, as soon as it is known that the part is there. */
    private String order(String vehicle, String sku, int quantity, String card, LocalDate day) {
        return Slips.begunBy(await().atMost(SOON)
                .until(() -> ask(vehicle, sku, quantity, card, day), answer -> answer.status() != 409));
    }

    private Client.Answer ask(String vehicle, String sku, int quantity, String card, LocalDate day)
            throws IOException, InterruptedException {
        var line = "{\"sku\": \"%s\", \"quantity\": %d}".formatted(sku, quantity);
        var request = Requests.repairOrder(vehicle, ownerOf(vehicle), line, card, day);
        return services.gateway().post("/api/repair-orders", request);
    }

    private static List<Client.Answer> atTheSameTime(Callable<Client.Answer> one, Callable<Client.Answer> other)
            throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var asked = threads.invokeAll(List.of(one, other));
            return List.of(asked.get(0).get(), asked.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    private String ownerOf(String vehicle) throws IOException, InterruptedException {
        return services.gateway()
                .get("/api/vehicles/" + vehicle)
                .body()
                .get("ownerId")
                .asString();
    }

    /** The address of the one job of a day. */
    private String jobOn(LocalDate day) {
        var id = await().atMost(SOON)
                .until(
                        () -> services.gateway()
                                .get("/api/workshop/plannings/" + day)
                                .body()
                                .at("/jobs/0/jobId")
                                .asString(""),
                        found -> !found.isEmpty());
        return Requests.jobsOn(day) + "/" + id;
    }

    /** How many jobs of a day are not cancelled, once the workshop has heard of all that happened. */
    private long jobsOn(LocalDate day) throws IOException, InterruptedException {
        services.awaitCaughtUp();
        return services.gateway()
                .get("/api/workshop/plannings/" + day)
                .body()
                .get("jobs")
                .valueStream()
                .filter(job -> !job.get("status").asString().equals("CANCELLED"))
                .count();
    }

    private void awaitUndone(String slip, String... steps) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(slips.steps(slip, "StepUndone")).containsExactly(steps));
    }

    private void awaitNumber(int expected, String path, String field) {
        await(path).atMost(SOON).until(() -> number(path, field) == expected);
    }

    private int number(String path, String field) throws IOException, InterruptedException {
        return services.gateway().get(path).body().at(field).asInt(-1);
    }

    private List<String> eventsThatName(String event, String field) throws SQLException {
        return column("hub", """
                select convert_from(payload, 'UTF8')::json ->> '%s' from hub.domain_event_entry
                where payload_type like '%%.%s'
                """.formatted(field, event));
    }

    private List<String> column(String database, String sql) throws SQLException {
        try (var connection = services.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
