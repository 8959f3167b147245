package com.pitstop.notification.activities;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.PaperSlip;
import com.pitstop.chassis.test.PaperSlip.PaperStep;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.notification.History;
import com.pitstop.notification.Service;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.shared.notification.ContactPreferencesReset;
import com.pitstop.shared.notification.ContactPreferencesSet;
import com.pitstop.shared.process.StepAnswered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What notification does for routing slips, and what it answers. No mail leaves by itself here. */
class ActivitiesTest {

    private static final GarageClock CLOCK = new GarageClock("2026-11-23T08:00");
    private static final List<String> ALL_KINDS =
            Arrays.stream(MailKind.values()).map(MailKind::name).toList();

    private static ConfigurableApplicationContext service;
    private static EventStore events;
    private static History garage;

    private final PaperSlip slip = new PaperSlip(events, "notification");
    private UUID anna;

    @BeforeAll
    static void start() {
        service = Service.start(
                CLOCK, TestDatabases.h2(), "--spring.mail.host=", "--pitstop.notification.outbox-check=1h");
        events = service.getBean(EventStore.class);
        garage = new History(service, CLOCK);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void aCustomer() {
        anna = garage.registeredCustomer("Anna");
    }

    @Test
    void setsPreferencesOnceHoweverOftenItIsAskedTo() {
        var step = set(Map.of("newsletter", true, "language", "nl"));

        var answer = step.performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(answer.data()).isEqualTo(Map.of("customerId", anna.toString()));
        assertThat(step.performed().data()).isEqualTo(answer.data());
        assertThat(happenedTo("contact-preferences:" + anna))
                .containsExactly(new ContactPreferencesSet(anna, "nl", ALL_KINDS, true, false, false));
    }

    @Test
    void refusesALanguageThatNoMailIsWrittenIn() {
        assertRefused(set(Map.of("language", "fr")).performed(), "language");
    }

    @Test
    void refusesAStranger() {
        var step = slip.step(
                "set-contact-preferences",
                Map.of("customerId", UUID.randomUUID().toString()));

        assertRefused(step.performed(), "known-customer");
    }

    @Test
    void resetsPreferencesThatAreUndone() {
        var step = set(Map.of("sms", true));
        var data = step.performed().data();

        assertThat(step.undone(data).data()).containsEntry("found", true);

        assertThat(happenedTo("contact-preferences:" + anna)).endsWith(new ContactPreferencesReset(anna));
        assertThat(step.undone(data).data()).containsEntry("found", true);
        assertThat(happenedTo("contact-preferences:" + anna)).hasSize(2);
    }

    @Test
    void leavesThePreferencesOfWhoHadSomeBefore() {
        set(Map.of("sms", true)).performed();
        var again = slip.step(
                "set-again", "set-contact-preferences", Map.of("customerId", anna.toString(), "dataSharing", true));

        var data = again.performed().data();

        assertThat(again.performed().data()).isEqualTo(data);
        assertThat(again.undone(data).data()).containsEntry("found", false);
        assertThat(happenedTo("contact-preferences:" + anna))
                .hasSize(2)
                .endsWith(new ContactPreferencesSet(anna, "en", ALL_KINDS, false, false, true));
    }

    @Test
    void hasNothingToResetWhenNothingWasSet() {
        assertThat(set(Map.of()).undone(Map.of()).data()).containsEntry("found", false);
    }

    @Test
    void saysWhetherPreferencesWereSet() {
        var step = set(Map.of());
        assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");

        var answer = step.performed();

        assertThat(step.outcome().data()).isEqualTo(answer.data());
    }

    @Test
    void welcomesWithTheMailThatEveryNewCustomerGets() {
        awaitWelcome();
        var step = welcome(anna);

        var answer = step.performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(statusOf(answer)).isEqualTo("WAITING");
        assertThat(step.performed().data()).isEqualTo(answer.data());
        assertThat(step.outcome().data()).isEqualTo(answer.data());
    }

    @Test
    void cannotWelcomeSomebodyWhoseMailIsNotWritten() {
        var step = welcome(UUID.randomUUID());

        assertThat(step.performed().outcome()).isEqualTo("FAILED_FOR_NOW");
        assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");
        assertThat(step.undone(Map.of()).data()).containsEntry("found", false);
    }

    @Test
    void discardsAWelcomeThatHasNotLeft() {
        awaitWelcome();
        var step = welcome(anna);
        var answer = step.performed();

        assertThat(step.undone(answer.data()).data()).containsEntry("found", true);

        assertThat(statusOf(answer)).isEqualTo("DISCARDED");
        assertThat(step.undone(answer.data()).data()).containsEntry("found", true);
    }

    @Test
    void leavesAWelcomeThatHasLeft() {
        awaitWelcome();
        var step = welcome(anna);
        var answer = step.performed();
        database().update("update notification.mail set status = 'SENT' where customer_id = ?", anna);

        assertThat(step.undone(answer.data()).data()).containsEntry("found", true);

        assertThat(statusOf(answer)).isEqualTo("SENT");
    }

    private PaperStep set(Map<String, Object> wishes) {
        var arguments = new HashMap<String, Object>(wishes);
        arguments.put("customerId", anna.toString());
        return slip.step("set-contact-preferences", arguments);
    }

    private PaperStep welcome(UUID customerId) {
        return slip.step("send-welcome", Map.of("customerId", customerId.toString()));
    }

    private void awaitWelcome() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !database()
                        .queryForList("select mail_id from notification.mail where customer_id = ?", anna)
                        .isEmpty());
    }

    private static String statusOf(StepAnswered answer) {
        return database()
                .queryForObject(
                        "select status from notification.mail where mail_id = ?", String.class, UUID.fromString((String)
                                answer.data().get("mailId")));
    }

    private static JdbcTemplate database() {
        return service.getBean(JdbcTemplate.class);
    }

    private static void assertRefused(StepAnswered answer, String rule) {
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.message()).isNotBlank();
    }

    private static List<Object> happenedTo(Object stream) {
        return events.readEvents(stream.toString(), 0)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }
}
