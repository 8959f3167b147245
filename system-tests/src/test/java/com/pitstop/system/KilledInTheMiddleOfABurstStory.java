package com.pitstop.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A garage that is killed while everybody is asking for something, and started again. */
class KilledInTheMiddleOfABurstStory {

    private static final int BURST = Integer.getInteger("pitstop.burst", 400);
    private static final int CLIENTS = 8;

    /** What they did is done, and not to be replayed. */
    private static final Set<String> POLICIES = Set.of(
            "billing-receipts",
            "process-webhooks",
            "parts-consumption",
            "parts-receiving",
            "customer-activities",
            "vehicle-activities",
            "parts-activities",
            "workshop-activities",
            "billing-activities",
            "process-activities",
            "process-answers");

    private final Set<String> acknowledgedCustomers = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledgedVehicles = ConcurrentHashMap.newKeySet();
    private final Map<String, String> acknowledgedJobs = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void losesNothingItAcknowledgedAndItsReadModelsEqualARebuild(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data)
            throws Exception {
        try (var garage = GarageProcess.start(data)) {
            everyClientHasAVehicleTheWorkshopKnows(garage);
            killInABurst(garage);
        }
        assertThat(acknowledged.get()).isGreaterThanOrEqualTo(BURST);
        assertThat(acknowledgedJobs).isNotEmpty();

        try (var garage = GarageProcess.start(data)) {
            garage.awaitCaughtUp();
            everythingAcknowledgedIsThere(garage);
            workGoesOn(garage);
            garage.awaitCaughtUp();
            garage.stop();
        }
        var before = ReadModels.of(data);

        try (var garage = GarageProcess.start(data)) {
            for (var processor : garage.processors()) {
                assertThat(garage.operator("POST", "/processors/" + processor + "/replay")
                                .status())
                        .as(processor)
                        .isEqualTo(POLICIES.contains(processor) ? 409 : 202);
            }
            garage.awaitCaughtUp();
            garage.stop();
        }
        assertThat(ReadModels.of(data)).isEqualTo(before);
        assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    }

    private void everyClientHasAVehicleTheWorkshopKnows(GarageProcess garage) throws Exception {
        for (int client = 0; client < CLIENTS; client++) {
            var owner = UUID.randomUUID().toString();
            assertThat(garage.post("/api/vehicles", Requests.vehicle(ownVehicle(client), owner))
                            .status())
                    .isEqualTo(201);
        }
        var part = "{\"sku\": \"OIL-5W30-1L\", \"name\": \"Oil\", \"unitPrice\": 12.95, \"reorderLevel\": 0}";
        assertThat(garage.post("/api/parts", part).status()).isEqualTo(201);
        garage.awaitCaughtUp();
    }

    private static String ownVehicle(int client) {
        return "OWN-" + client + "-X";
    }

    private void killInABurst(GarageProcess garage) throws Exception {
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var asking = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> clients.submit(() -> askUntilItDies(garage, client)))
                    .toList();
            await().atMost(Duration.ofSeconds(90))
                    .failFast("a client stopped", () -> asking.stream().anyMatch(Future::isDone))
                    .until(() -> acknowledged.get() >= BURST);
            garage.kill();
            for (var client : asking) {
                client.get(60, TimeUnit.SECONDS); // throws what went wrong with an answer
            }
        } finally {
            end(clients);
        }
    }

    private static void end(ExecutorService clients) throws InterruptedException {
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void askUntilItDies(GarageProcess garage, int client) {
        try {
            for (int number = 0; true; number++) {
                ask(garage, client, number);
            }
        } catch (IOException dead) {
            // The garage was killed; what it had not answered, nobody counts on.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(GarageProcess garage, int client, int number) throws IOException, InterruptedException {
        var customer = garage.post("/api/customers", Requests.customer("Customer %d of %d".formatted(number, client)));
        assertThat(customer.status()).isEqualTo(201);
        var customerId = customer.body().get("customerId").asString();
        acknowledgedCustomers.add(customerId);
        acknowledged.incrementAndGet();

        var licenseNumber = "%d-%s-%d".formatted(client, letters(number), number % 1000);
        assertThat(garage.post("/api/vehicles", Requests.vehicle(licenseNumber, customerId))
                        .status())
                .isEqualTo(201);
        acknowledgedVehicles.add(licenseNumber);
        acknowledged.incrementAndGet();
        planOnADayOfItsOwn(garage, ownVehicle(client), client * 400 + number);
    }

    private void planOnADayOfItsOwn(GarageProcess garage, String licenseNumber, int number)
            throws IOException, InterruptedException {
        var day = Requests.aMonday().plusWeeks(number);
        var path = Requests.jobsOn(day);
        var job = garage.post(path, Requests.job(licenseNumber, day, 9, 11));
        assertThat(job.status()).isEqualTo(201);
        acknowledgedJobs.put(path + "/" + job.body().get("jobId").asString(), licenseNumber);
        acknowledged.incrementAndGet();
    }

    private void everythingAcknowledgedIsThere(GarageProcess garage) throws Exception {
        for (var customer : acknowledgedCustomers) {
            assertThat(garage.get("/api/customers/" + customer).status()).isEqualTo(200);
            assertThat(garage.get("/api/workshop/customers/" + customer).status())
                    .isEqualTo(200);
        }
        for (var vehicle : acknowledgedVehicles) {
            assertThat(garage.get("/api/vehicles/" + vehicle).status()).isEqualTo(200);
        }
        for (var job : acknowledgedJobs.entrySet()) {
            var found = garage.get(job.getKey());
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.body().get("status").asString()).isEqualTo("PLANNED");
        }
    }

    private void workGoesOn(GarageProcess garage) throws Exception {
        var job = acknowledgedJobs.keySet().stream().findFirst().orElseThrow();
        var day = Requests.dayOf(job);
        assertThat(garage.put(job + "/timeslot", Requests.slot(day, 13, 14)).status())
                .isEqualTo(204);
        assertThat(garage.put(job + "/completion", Requests.completion(day, 13, 15))
                        .status())
                .isEqualTo(204);
        var customer = List.copyOf(acknowledgedCustomers).get(0);
        assertThat(garage.put("/api/customers/" + customer + "/deactivation", "{}")
                        .status())
                .isEqualTo(204);
    }

    private static String letters(int number) {
        return "" + (char) ('A' + number / 676 % 26) + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
    }
}
