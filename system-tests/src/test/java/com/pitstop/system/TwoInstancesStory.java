package com.pitstop.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.pitstop.system.Services.CUSTOMERS;
import static com.pitstop.system.Services.EVENTHANDLER;
import static com.pitstop.system.Services.VEHICLES;
import static com.pitstop.system.Services.WORKSHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every service twice. */
@ExtendWith(RunningServices.class)
class TwoInstancesStory {

    private static final int ROUNDS = Integer.getInteger("pitstop.rounds", 1);
    private static final Duration TAKEOVER = Duration.ofSeconds(15);

    private final Services services;
    private final Books books;

    TwoInstancesStory(Services services) {
        this.services = services;
        this.books = new Books(services);
    }

    @BeforeEach
    void startTheSecond() {
        var second = Set.of(CUSTOMERS, VEHICLES, WORKSHOP, EVENTHANDLER);
        second.forEach(service -> services.addInstance(service, second(service), Map.of()));
        second.forEach(service -> services.awaitReady(second(service)));
    }

    @AfterEach
    void stopTheSecond() {
        Set.of(CUSTOMERS, VEHICLES, WORKSHOP, EVENTHANDLER).parallelStream()
                .forEach(service -> services.removeInstance(second(service)));
    }

    @Test
    void shareTheWorkTakeItOverAndNeverPlanMoreThanThereIsRoomFor() throws Exception {
        var vehicles = books.vehiclesTheWorkshopKnows(6);
        everyInstanceHasItsShare();
        for (int round = 0; round < 5 * ROUNDS; round++) {
            sixAskForThreeWorkstationsOverBothAtOnce(vehicles);
        }
        try (var crowd = Crowd.of(4, () -> books.plan(vehicles.get(0), services.client(second(WORKSHOP))))) {
            oneOfEachDiesAndTheOtherTakesOver(crowd, vehicles.get(0));
        }
        services.startAll();
        books.balance();
    }

    private void everyInstanceHasItsShare() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(owners("workshop-jobs")).hasSize(2));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(owners("customer-registry")).hasSize(2));
    }

    private Set<String> owners(String processor) throws IOException, InterruptedException {
        return services.operator(second(Services.PROCESSORS.get(processor)))
                .get("/actuator/processors/" + processor)
                .body()
                .get("segments")
                .valueStream()
                .map(segment -> segment.get("owner").asString())
                .collect(Collectors.toSet());
    }

    private void sixAskForThreeWorkstationsOverBothAtOnce(List<String> vehicles) throws Exception {
        var day = Books.dayOfItsOwn();
        var instances = List.of(services.client(WORKSHOP), services.client(second(WORKSHOP)));
        var threads = Executors.newFixedThreadPool(vehicles.size());
        try {
            var asked = IntStream.range(0, vehicles.size())
                    .<Callable<Client.Answer>>mapToObj(number -> () -> instances
                            .get(number % 2)
                            .post(Requests.jobsOn(day), Requests.job(vehicles.get(number), day, 9, 11)))
                    .toList();
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(asked)) {
                answers.add(
                        answer.get().status() == 201
                                ? "planned"
                                : answer.get().body().get("type").asString());
            }
            assertThat(answers)
                    .containsOnly("planned", "urn:pitstop:rule:workstation-available")
                    .filteredOn("planned"::equals)
                    .hasSize(3);
        } finally {
            threads.shutdown();
        }
    }

    private void oneOfEachDiesAndTheOtherTakesOver(Crowd crowd, String licenseNumber)
            throws IOException, InterruptedException {
        services.kill(CUSTOMERS);
        services.kill(VEHICLES);
        services.kill(EVENTHANDLER);
        services.kill(WORKSHOP);

        await().atMost(TAKEOVER).failFast(crowd::complained).untilAsserted(() -> {
            assertThat(owners("workshop-jobs")).hasSize(1);
            assertThat(owners("customer-registry")).hasSize(1);
        });
        var job = books.plan(licenseNumber, services.client(second(WORKSHOP)));
        await().atMost(TAKEOVER)
                .until(() -> services.client(second(WORKSHOP)).get(job).status() == 200);
    }

    private static String second(String service) {
        return service + "-2";
    }
}
