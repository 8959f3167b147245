package com.pitstop.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.test.axonserver.FakeAxonServer;
import com.pitstop.notification.domain.ContactPreferencesId;
import com.pitstop.notification.domain.GarageCalendar;
import com.pitstop.notification.domain.Language;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.domain.ResetContactPreferences;
import com.pitstop.notification.domain.SetContactPreferences;
import com.pitstop.notification.domain.Wishes;
import com.pitstop.shared.customer.CustomerId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two processes of notification on a stand-in for Axon Server, which hands commands to either of them. */
class MailsOnAxonServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FakeAxonServer server = new FakeAxonServer();
    private final GarageClock clock = new GarageClock("2026-11-23T08:00");
    private final Map<String, Object> database = TestDatabases.postgres();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private History garage;

    @BeforeEach
    void start() {
        running.add(start("one"));
        running.add(start("two"));
        garage = new History(running.get(0), clock);
        server.scatterCommands();
    }

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
        server.close();
    }

    @Test
    void areWrittenAndSentOnceAsTheCustomerWishes() {
        var customers = IntStream.range(0, 10)
                .mapToObj(number -> garage.registeredCustomer("Customer " + number))
                .toList();
        var quiet = customers.get(0);
        send(new SetContactPreferences(
                id(quiet), new Wishes(Language.NL, Set.of(MailKind.JOB_CANCELLED), false, false, false)));
        send(new ResetContactPreferences(id(customers.get(1))));

        customers.forEach(customer -> garage.cancelledJob(garage.plannedJob(customer), 1, ""));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customers)
                        .allSatisfy(customer -> assertThat(garage.mails(customer))
                                .hasSize(customer.equals(quiet) ? 2 : 3)
                                .allSatisfy(mail -> assertThat(mail)
                                        .containsEntry("status", "SENT")
                                        .containsEntry("attempts", 1))));
        assertThat(garage.kinds(quiet)).containsExactly("WELCOME", "JOB_CANCELLED");
    }

    @Test
    void followADayThatIsRecordedOnce() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(server.eventsOf(GarageCalendar.STREAM)).hasSize(1));
        var anna = garage.registeredCustomer("Anna");
        garage.plannedJob(anna, History.DAY.plusDays(1));
        await().atMost(PATIENCE).until(() -> garage.kinds(anna).size() == 2);

        clock.forward(Duration.ofDays(1));

        await().atMost(PATIENCE).until(() -> garage.kinds(anna).contains("REMINDER"));
        assertThat(server.eventsOf(GarageCalendar.STREAM)).hasSize(2);
        assertThat(garage.kinds(anna)).containsExactly("WELCOME", "JOB_PLANNED", "REMINDER");
    }

    private static ContactPreferencesId id(UUID customer) {
        return new ContactPreferencesId(new CustomerId(customer));
    }

    private void send(Object command) {
        running.get(1).getBean(CommandGateway.class).sendAndWait(command);
    }

    private ConfigurableApplicationContext start(String instance) {
        var settings = new HashMap<>(database);
        settings.put("spring.application.name", "notification");
        settings.put("pitstop.instance", instance);
        settings.put("pitstop.hub", "axon-server");
        settings.put("pitstop.hub.axon-server.servers", server.address());
        settings.put("pitstop.notification.calendar-check", "50ms");
        settings.put("pitstop.notification.outbox-check", "50ms");
        settings.put("pitstop.notification.max-age", "36500d"); // days that pass are stamped by the machine's clock
        return Service.start(clock, settings);
    }
}
