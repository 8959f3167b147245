package com.pitstop.notification.mailing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.notification.History;
import com.pitstop.notification.Service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A notification that is new in a garage with a history. */
class FirstStartTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Map<String, Object> settings = TestDatabases.h2();
    private final GarageClock clock = new GarageClock("2026-11-23T08:00");
    private ConfigurableApplicationContext service;
    private History garage;

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void knowsWhatHappenedAndMailsNobodyAboutItHoweverFreshItIs() {
        start();
        var anna = garage.registeredCustomer("Anna");
        var job = garage.plannedJob(anna);
        awaitKinds(anna, "WELCOME", "JOB_PLANNED");
        forgetThatItEverRan();
        service.close();

        start();
        garage.cancelledJob(job, 1, "");

        awaitKinds(anna, "JOB_CANCELLED");
        assertThat(garage.database().queryForList("select name from notification.customer", String.class))
                .containsExactly("Anna");
    }

    private void start() {
        service = Service.start(clock, settings);
        garage = new History(service, clock);
    }

    private void forgetThatItEverRan() {
        service.getBean(EventProcessingConfiguration.class)
                .eventProcessor("notification", StreamingEventProcessor.class)
                .orElseThrow()
                .shutDown();
        List.of("operations.token_entry", "notification.mail", "notification.customer", "notification.job")
                .forEach(table -> garage.database().update("delete from " + table));
    }

    private void awaitKinds(UUID customer, String... kinds) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(garage.kinds(customer)).containsExactly((Object[]) kinds));
    }
}
