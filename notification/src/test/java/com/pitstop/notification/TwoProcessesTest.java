package com.pitstop.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two processes of notification, here two services in one, on a hub and a database that they share. */
class TwoProcessesTest {

    private static final int CUSTOMERS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GarageClock clock = new GarageClock("2026-11-23T08:00");
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Map<String, Object> settings = settings();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private History garage;

    @BeforeEach
    void start() {
        server.start();
        running.add(start("one"));
        running.add(start("two"));
        garage = new History(running.get(1), clock);
    }

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
        server.stop();
    }

    @Test
    void sendEveryMailOnceAndNoCustomerMoreThanTheirShare() {
        var customers = registered(CUSTOMERS);
        var busy = customers.get(0);
        IntStream.range(0, 15).forEach(number -> garage.plannedJob(busy)); // with the welcome sixteen

        awaitAllLeftOrParked(CUSTOMERS + 15);

        assertThat(messageIds()).hasSize(CUSTOMERS + 9).doesNotHaveDuplicates();
        assertThat(garage.mails(busy))
                .filteredOn(mail -> mail.get("status").equals("SENT"))
                .hasSize(10);
    }

    @Test
    void goOnWhereOneOfThemStopped() {
        var first = registered(CUSTOMERS / 2);
        await().atMost(PATIENCE).until(() -> server.getReceivedMessages().length > 0);
        running.remove(0).close();
        var second = registered(CUSTOMERS / 2);

        awaitAllLeftOrParked(CUSTOMERS);

        assertThat(messageIds()).hasSize(CUSTOMERS).doesNotHaveDuplicates();
        assertThat(first).doesNotContainAnyElementsOf(second);
    }

    private List<UUID> registered(int customers) {
        return IntStream.range(0, customers)
                .mapToObj(number -> garage.registeredCustomer("Customer " + number))
                .toList();
    }

    private void awaitAllLeftOrParked(int mails) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(garage.database()
                                .queryForObject(
                                        "select count(*) from notification.mail where status in ('SENT', 'PARKED')",
                                        Integer.class))
                        .isEqualTo(mails));
    }

    private List<String> messageIds() {
        return Arrays.stream(server.getReceivedMessages())
                .map(TwoProcessesTest::messageId)
                .toList();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConfigurableApplicationContext start(String instance) {
        return Service.start(
                clock,
                settings,
                "--pitstop.instance=" + instance,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + server.getSmtp().getPort(),
                "--pitstop.notification.outbox-check=50ms");
    }

    private static Map<String, Object> settings() {
        var settings = new HashMap<>(TestDatabases.postgres());
        settings.put("pitstop.hub.database.url", TestDatabases.newDatabase());
        settings.put("spring.application.name", "notification");
        return settings;
    }
}
