package com.pitstop.system;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What clients were promised, and whether it was kept. A client repeats a request under one key until it is accepted, as
 * the garage asks of those who do not know what became of theirs.
 */
final class Books {

    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final AtomicInteger VEHICLES = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Services services;
    private final Set<String> promised = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusedForNow = new AtomicInteger();

    Books(Services services) {
        this.services = services;
    }

    /** Requests that were answered 503, or not at all. */
    int refusedForNow() {
        return refusedForNow.get();
    }

    /** Jobs accepted so far, as their addresses. */
    Set<String> promised() {
        return promised;
    }

    /** A vehicle nobody had before, and that the workshop knows by now. */
    String vehicleTheWorkshopKnows() throws IOException, InterruptedException {
        return vehiclesTheWorkshopKnows(1).get(0);
    }

    List<String> vehiclesTheWorkshopKnows(int count) throws IOException, InterruptedException {
        var vehicles = new ArrayList<String>();
        for (int vehicle = 0; vehicle < count; vehicle++) {
            vehicles.add(newVehicle());
        }
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            for (var vehicle : vehicles) {
                assertThat(services.gateway()
                                .get("/api/workshop/vehicles/" + vehicle)
                                .status())
                        .isEqualTo(200);
            }
        });
        return vehicles;
    }

    private String newVehicle() throws IOException, InterruptedException {
        var licenseNumber = newLicenseNumber();
        var owner = accept(
                        "/api/customers",
                        Requests.customer("Owner of " + licenseNumber, ownersAddress(licenseNumber)),
                        services.gateway())
                .body()
                .get("customerId")
                .asString();
        accept("/api/vehicles", Requests.vehicle(licenseNumber, owner), services.gateway());
        return licenseNumber;
    }

    /** Of a vehicle that nobody has yet. */
    static String newLicenseNumber() {
        var number = VEHICLES.incrementAndGet();
        return "ST-%d-%c".formatted(number % 1000, 'A' + number / 1000);
    }

    /** Where the owner of such a vehicle gets mails. */
    static String ownersAddress(String licenseNumber) {
        return licenseNumber.toLowerCase(Locale.ROOT) + "@example.com";
    }

    /** A Monday that no other request of this run is about. */
    static LocalDate dayOfItsOwn() {
        return Requests.aMonday().plusWeeks(DAYS.incrementAndGet());
    }

    /** Plans a job on a day of its own over the gateway, however long that takes. */
    String plan(String licenseNumber) throws IOException, InterruptedException {
        return plan(licenseNumber, services.gateway());
    }

    String plan(String licenseNumber, Client client) throws IOException, InterruptedException {
        var day = dayOfItsOwn();
        var answer = accept(Requests.jobsOn(day), Requests.job(licenseNumber, day, 9, 11), client);
        var job = Requests.jobsOn(day) + "/" + answer.body().get("jobId").asString();
        assertThat(promised.add(job)).as("a new job").isTrue();
        return job;
    }

    /** Says that a job took an hour and no parts. */
    void finish(String job) throws IOException, InterruptedException {
        var completion = Requests.completion(Requests.dayOf(job), 9, 10);
        assertThat(services.gateway().put(job + "/completion", completion).status())
                .isEqualTo(204);
    }

    /** The number of a finished job's invoice, as soon as it has one. */
    String invoiceOf(String job) {
        return await().atMost(PATIENCE)
                .until(
                        () -> services.gateway()
                                .get("/api/invoices?jobId=" + Requests.idOf(job))
                                .body()
                                .at("/items/0/number")
                                .asString(""),
                        number -> !number.isEmpty());
    }

    /** Asks until it is accepted, under one key. */
    Client.Answer accept(String path, String body, Client client) throws IOException, InterruptedException {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = client.send("POST", path, body, key);
                if (answer.status() == 201 || answer.status() == 202) {
                    return answer;
                }
                assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
            assertThat(System.nanoTime()).as("accepted in time").isLessThan(deadline);
            refusedForNow.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(50); // a client that waits before it asks again
        }
    }

    /** Every promise is an event, exactly one; read models show it, and are what a rebuild makes of the events. */
    void balance() throws SQLException, IOException, InterruptedException {
        services.awaitCaughtUp();
        var ids = promised.stream().map(Requests::idOf).toList();
        assertThat(column("hub", """
                        select convert_from(payload, 'UTF8')::json ->> 'jobId' from hub.domain_event_entry
                        where payload_type like '%.MaintenanceJobPlanned'
                        """))
                .as("what was planned, once each")
                .doesNotHaveDuplicates()
                .containsAll(ids);
        assertThat(column("hub", "select event_identifier from hub.domain_event_entry"))
                .as("events")
                .doesNotHaveDuplicates();
        assertThat(column("workshop", "select job_id::text from workshop.job"))
                .as("what the workshop's read model shows")
                .containsAll(ids);
        for (var job : promised.stream().limit(20).toList()) {
            assertThat(services.gateway().get(job).status()).as(job).isEqualTo(200);
        }
        rebuildsAreEqual();
    }

    private void rebuildsAreEqual() throws SQLException, IOException, InterruptedException {
        var before = ReadModels.of(services);
        Services.PROCESSORS.keySet().parallelStream().forEach(services::replay);
        services.awaitCaughtUp();
        assertThat(ReadModels.of(services)).isEqualTo(before);
    }

    private List<String> column(String database, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = services.connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }
}
