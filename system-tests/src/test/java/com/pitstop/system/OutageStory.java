package com.pitstop.system;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.pitstop.system.Services.CUSTOMERS;
import static com.pitstop.system.Services.EVENTHANDLER;
import static com.pitstop.system.Services.GATEWAY;
import static com.pitstop.system.Services.VEHICLES;
import static com.pitstop.system.Services.WORKSHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A garage of which parts are away: planned, by accident, frozen or cut off. */
@ExtendWith(RunningServices.class)
class OutageStory {

    private static final int ROUNDS = Integer.getInteger("pitstop.rounds", 1);
    private static final int CLIENTS = 4;
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final Services services;
    private final Books books;

    OutageStory(Services services) {
        this.services = services;
        this.books = new Books(services);
    }

    @Test
    void oneDayFromRegistrationToFinishedJob() throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        var job = books.plan(licenseNumber);
        var day = Requests.dayOf(job);

        assertThat(put(job + "/timeslot", Requests.slot(day, 13, 14))).isEqualTo(204);
        assertThat(put(job + "/completion", Requests.completion(day, 13, 15))).isEqualTo(204);

        books.balance();
        var found = services.gateway().get(job).body();
        assertThat(found.get("status").asString()).isEqualTo("FINISHED");
        assertThat(found.get("vehicle").get("licenseNumber").asString()).isEqualTo(licenseNumber);
        assertThat(found.get("customer").get("name").asString()).isEqualTo("Owner of " + licenseNumber);
    }

    @Test
    void theWorkshopWorksWhileAllThatFeedsItIsAway() throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        var known = books.plan(licenseNumber);
        services.awaitCaughtUp();
        try (var crowd = Crowd.of(CLIENTS, () -> books.plan(licenseNumber))) {
            services.kill(CUSTOMERS);
            services.kill(VEHICLES);
            services.kill(EVENTHANDLER);
            var before = books.promised().size();
            await().atMost(Duration.ofSeconds(60))
                    .failFast(crowd::complained)
                    .until(() -> books.promised().size() >= before + 100 * ROUNDS);
        }
        assertThat(books.refusedForNow()).isZero();
        var day = Requests.dayOf(known);
        assertThat(put(known + "/timeslot", Requests.slot(day, 13, 14))).isEqualTo(204);
        assertThat(services.gateway()
                        .get("/api/workshop/plannings/" + day)
                        .body()
                        .get("jobs")
                        .get(0)
                        .get("start")
                        .asString())
                .as("what the read model last knew")
                .endsWith("09:00:00");
        assertThat(put(books.plan(licenseNumber) + "/cancellation", "{\"reason\": \"Sold\"}"))
                .isEqualTo(204);
        assertThat(services.gateway().get("/api/customers").status()).isEqualTo(503);

        services.startAll();
        books.balance();
        assertThat(services.gateway().get(known).body().get("start").asString()).endsWith("13:00:00");
    }

    @Test
    void theEventhandlerIsKilledInTheMiddleOfItsWork() throws Exception {
        killedWhileThereIsWork(EVENTHANDLER);
        assertThat(books.refusedForNow()).as("nobody notices").isZero();
    }

    @Test
    void workshopManagementIsKilledInTheMiddleOfABurst() throws Exception {
        killedWhileThereIsWork(WORKSHOP);
        assertThat(books.refusedForNow()).as("clients are told to try again").isPositive();
    }

    private void killedWhileThereIsWork(String service) throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        for (int round = 0; round < ROUNDS; round++) {
            try (var crowd = Crowd.of(CLIENTS, () -> books.plan(licenseNumber))) {
                awaitMore(50, crowd);
                services.kill(service);
                services.start(service);
                awaitMore(20, crowd);
            }
        }
        books.balance();
    }

    @Test
    void postgresIsStoppedForAWhileAndKilled() throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        try (var crowd = Crowd.of(CLIENTS, () -> books.plan(licenseNumber))) {
            awaitMore(20, crowd);
            services.stopPostgres();
            var end = Instant.now().plus(A_WHILE);
            var before = books.refusedForNow();
            await().atMost(Duration.ofSeconds(60))
                    .failFast(crowd::complained)
                    .until(() ->
                            books.refusedForNow() > before + 10 && Instant.now().isAfter(end));
            assertThat(statusOf("readiness")).isEqualTo(503);
            assertThat(statusOf("liveness")).isEqualTo(200);
            services.startPostgres();
            awaitMore(20, crowd);
            services.killPostgres();
            services.startPostgres();
            awaitMore(20, crowd);
        }
        books.balance();
    }

    @Test
    void theGatewayAnswersForAServiceThatIsFrozen() throws Exception {
        services.freeze(CUSTOMERS);
        try {
            var started = System.nanoTime();
            var answer = services.gateway().get("/api/customers");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started))
                    .isLessThan(10);
            assertThat(services.gateway().get("/api/vehicles").status()).isEqualTo(200);
        } finally {
            services.thaw(CUSTOMERS);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> services.gateway().get("/api/customers").status() == 200);
    }

    @Test
    void aServiceThatFreezesWhileItAppendsHoldsUpTheOthersForAMomentOnly() throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        try (var crowd = Crowd.of(CLIENTS, () -> books.plan(licenseNumber))) {
            awaitMore(20, crowd);
            services.freeze(WORKSHOP);
            try {
                services.gateway().post("/api/customers", Requests.customer("In between"));
                services.awaitCaughtUp();
            } finally {
                services.thaw(WORKSHOP);
            }
            awaitMore(20, crowd);
        }
        books.balance();
    }

    @Test
    void aNetworkIsCutAndMended() throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        try (var line = CutLine.to(services.postgresPort())) {
            var hub = "jdbc:postgresql://127.0.0.1:%d/hub".formatted(line.port());
            services.addInstance(WORKSHOP, "workshop-over-a-line", Map.of("PITSTOP_HUB_DATABASE_URL", hub));
            services.awaitReady("workshop-over-a-line");
            var overTheLine = services.client("workshop-over-a-line");
            try (var crowd = Crowd.of(CLIENTS, () -> books.plan(licenseNumber, overTheLine))) {
                awaitMore(20, crowd);
                line.cut();
                var before = books.refusedForNow();
                await().atMost(Duration.ofSeconds(60))
                        .failFast(crowd::complained)
                        .until(() -> books.refusedForNow() > before);
                line.mend();
                awaitMore(20, crowd);
            } finally {
                services.removeInstance("workshop-over-a-line");
            }
        }
        books.balance();
    }

    @Test
    void readModelsAreRebuiltWhileWorkGoesOn() throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        try (var crowd = Crowd.of(CLIENTS, () -> books.plan(licenseNumber))) {
            awaitMore(50, crowd);
            for (int round = 0; round < ROUNDS; round++) {
                services.replay("workshop-jobs");
                awaitMore(20, crowd);
            }
        }
        assertThat(books.refusedForNow()).isZero();
        books.balance();
    }

    @Test
    void aGracefulStopAnswersEveryRequestItTook() throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        try (var crowd = Crowd.of(CLIENTS, () -> books.plan(licenseNumber))) {
            for (int round = 0; round < ROUNDS; round++) {
                awaitMore(20, crowd);
                services.stop(WORKSHOP);
                services.start(WORKSHOP);
            }
            awaitMore(20, crowd);
        }
        books.balance();
    }

    @Test
    void everythingStartsInAnyOrder() throws Exception {
        for (var service : new String[] {GATEWAY, EVENTHANDLER, WORKSHOP, VEHICLES, CUSTOMERS}) {
            services.stop(service);
        }
        services.stopPostgres();

        for (var service : new String[] {GATEWAY, EVENTHANDLER, WORKSHOP, VEHICLES, CUSTOMERS}) {
            services.launch(service);
        }
        services.awaitReady(GATEWAY);
        assertThat(services.gateway().get("/api/customers").status()).isEqualTo(503);
        services.startAll();

        books.plan(books.vehicleTheWorkshopKnows());
        books.balance();
    }

    private void awaitMore(int jobs, Crowd crowd) {
        var before = books.promised().size();
        await().atMost(Duration.ofSeconds(90))
                .failFast(crowd::complained)
                .until(() -> books.promised().size() >= before + jobs);
    }

    private int statusOf(String health) throws IOException, InterruptedException {
        return services.operator(WORKSHOP).get("/actuator/health/" + health).status();
    }

    private int put(String path, String body) throws IOException, InterruptedException {
        return services.gateway().put(path, body).status();
    }
}
