package com.pitstop.notification.mailing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.notification.History;
import com.pitstop.notification.Service;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.shared.notification.DayHasPassed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From what happened to the mails in the outbox, on every database the garage runs on. */
@ParameterizedClass
@EnumSource
class MailingTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String MONDAY_MORNING = "2026-11-23T08:00";
    private static final Set<MailKind> KINDS = EnumSet.complementOf(EnumSet.copyOf(MailKind.notices()));
    private static final String[] ALL_KINDS = KINDS.stream().map(MailKind::name).toArray(String[]::new);

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final GarageClock CLOCK = new GarageClock(MONDAY_MORNING);

    private static ConfigurableApplicationContext service;
    private static History garage;

    MailingTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        CLOCK.set(MONDAY_MORNING);
        service = Service.start(
                CLOCK,
                database.settings(),
                "--pitstop.notification.outbox-check=1h",
                "--pitstop.notification.calendar-check=1h");
        garage = new History(service, CLOCK);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @BeforeEach
    void mondayMorning() {
        CLOCK.set(MONDAY_MORNING);
    }

    @Test
    void followsAJobFromTheFirstMailToTheInvoice() {
        var anna = garage.registeredCustomer("Anna");
        var job = garage.plannedJob(anna);
        garage.movedJob(job, 1, 13);
        beginsMonday();
        garage.finishedJob(job, 2);
        garage.issuedInvoice(anna, number());

        awaitKinds(anna, "WELCOME", "JOB_PLANNED", "JOB_MOVED", "REMINDER", "READY_FOR_PICKUP", "INVOICE");
        assertThat(garage.mails(anna)).allSatisfy(mail -> {
            assertThat(mail).containsEntry("recipient", "anna@example.org").containsEntry("language", "en");
            assertThat((String) mail.get("text")).startsWith("Dear Anna,");
            assertThat((String) mail.get("html")).contains("Dear Anna,");
        });
        assertThat(mail(anna, "JOB_MOVED"))
                .hasEntrySatisfying(
                        "text",
                        text -> assertThat((String) text)
                                .contains("Tuesday 24 November 2026", "13:00 to 15:00", "Brakes <& pads>"))
                .hasEntrySatisfying(
                        "calendar",
                        entry -> assertThat((String) entry).contains("UID:" + job, "SEQUENCE:1", "METHOD:REQUEST"));
        assertThat(mail(anna, "INVOICE"))
                .hasEntrySatisfying("text", text -> assertThat((String) text).contains("164.56"))
                .hasEntrySatisfying("invoice", json -> assertThat((String) json).contains("\"NL91\""));
    }

    @Test
    void writesInTheLanguageOfTheCustomer() {
        var bart = garage.registeredCustomer("Bart");
        garage.wished(bart, 0, "nl", ALL_KINDS);
        var job = garage.plannedJob(bart);
        garage.movedJob(job, 1, 13);
        beginsMonday();
        garage.cancelledJob(job, 2, "Ziek");
        garage.finishedJob(garage.plannedJob(bart), 1);
        garage.issuedInvoice(bart, number());

        awaitKinds(
                bart,
                "WELCOME",
                "JOB_PLANNED",
                "JOB_MOVED",
                "REMINDER",
                "JOB_CANCELLED",
                "JOB_PLANNED",
                "READY_FOR_PICKUP",
                "INVOICE");
        assertThat(garage.mails(bart))
                .filteredOn(mail -> !mail.get("kind").equals("WELCOME"))
                .allSatisfy(mail -> {
                    assertThat(mail).containsEntry("language", "nl");
                    assertThat((String) mail.get("text")).startsWith("Beste Bart,");
                    assertThat((String) mail.get("html")).contains("Beste Bart,");
                });
        assertThat(mail(bart, "JOB_CANCELLED"))
                .hasEntrySatisfying(
                        "text", text -> assertThat((String) text).contains("dinsdag 24 november 2026", "Reden: Ziek"))
                .hasEntrySatisfying(
                        "calendar",
                        entry ->
                                assertThat((String) entry).contains("STATUS:CANCELLED", "SEQUENCE:2", "METHOD:CANCEL"));
    }

    @Test
    void writesOnlyWhatTheCustomerWants() {
        for (var unwanted : KINDS) {
            var customer = garage.registeredCustomer("Cees");
            var wanted = Arrays.stream(ALL_KINDS)
                    .filter(kind -> !kind.equals(unwanted.name()))
                    .toArray(String[]::new);
            garage.wished(customer, 0, "en", wanted);
            var job = garage.plannedJob(customer);
            garage.movedJob(job, 1, 13);
            beginsMonday();
            garage.cancelledJob(job, 2, "");
            garage.finishedJob(garage.plannedJob(customer), 1);
            garage.issuedInvoice(customer, number());
            awaitHandled();

            assertThat(garage.kinds(customer))
                    .as("without " + unwanted)
                    .contains("WELCOME") // nobody has wishes before they are a customer
                    .filteredOn(kind -> !kind.equals("WELCOME"))
                    .isNotEmpty()
                    .doesNotContain(unwanted.name())
                    .containsAll(Arrays.stream(wanted)
                            .filter(kind -> !kind.equals("WELCOME"))
                            .toList());
        }
    }

    @Test
    void goesToTheNewestAddressAlsoOfWhoHasLeft() {
        var dora = garage.registeredCustomer("Dora");
        garage.changedAddress(dora, 1, "Dora Smit", "smit@example.org");
        var job = garage.plannedJob(dora);
        garage.left(dora, 2);
        garage.cancelledJob(job, 1, "Left");

        awaitKinds(dora, "WELCOME", "JOB_PLANNED", "JOB_CANCELLED");
        assertThat(mail(dora, "JOB_CANCELLED"))
                .containsEntry("recipient", "smit@example.org")
                .containsEntry("recipient_name", "Dora Smit");
    }

    @Test
    void writesAllAgainToWhoTookTheirWishesBack() {
        var els = garage.registeredCustomer("Els");
        garage.wished(els, 0, "nl");
        garage.plannedJob(els);
        garage.wishesNothing(els, 1);
        garage.plannedJob(els);

        awaitKinds(els, "WELCOME", "JOB_PLANNED");
        assertThat(mail(els, "JOB_PLANNED")).containsEntry("language", "en");
    }

    @Test
    void writesNothingToWhoNeverWasACustomer() {
        var nobody = UUID.randomUUID();
        var job = garage.plannedJob(nobody);
        garage.cancelledJob(job, 1, "");
        awaitHandled();

        assertThat(garage.mails(nobody)).isEmpty();
        assertThat(parked(job)).isEmpty();
    }

    @Test
    void writesNothingAboutWhatHappenedTooLongAgo() {
        var fien = UUID.randomUUID();
        var almost = CLOCK.instant().minus(Duration.ofHours(24));
        garage.happened(
                "customer:" + fien, 0, History.registered(fien, "Fien", "f@example.org"), almost.minusMillis(1));
        var late = UUID.randomUUID();
        garage.happened(History.day(late), 0, History.planned(late, fien, History.DAY), almost.minusMillis(1));
        var inTime = UUID.randomUUID();
        garage.happened(History.day(inTime), 0, History.planned(inTime, fien, History.DAY), almost);

        awaitKinds(fien, "JOB_PLANNED");
        assertThat(mail(fien, "JOB_PLANNED"))
                .hasEntrySatisfying(
                        "calendar", entry -> assertThat((String) entry).contains(inTime.toString()));
    }

    @Test
    void writesOnceWhatItHearsTwice() {
        var gerrit = garage.registeredCustomer("Gerrit");
        var job = garage.plannedJob(gerrit);
        awaitKinds(gerrit, "WELCOME", "JOB_PLANNED");
        var event = History.planned(job, gerrit, History.DAY);
        var identifier = garage.hub()
                .queryForObject(
                        "select event_identifier from hub.domain_event_entry where aggregate_identifier = ?",
                        String.class,
                        History.day(job));

        inTransaction(() -> service.getBean(WhenJobChangedThenTell.class)
                .on(
                        event,
                        new GenericDomainEventMessage<>(
                                "Test", History.day(job), 0, event, Map.of(), identifier, CLOCK.instant())));
        assertThat(garage.kinds(gerrit)).containsExactly("WELCOME", "JOB_PLANNED");

        inTransaction(() -> service.getBean(WhenJobChangedThenTell.class)
                .on(
                        event,
                        new GenericDomainEventMessage<>(
                                "Test", History.day(job), 0, event, Map.of(), "another", CLOCK.instant())));
        assertThat(garage.kinds(gerrit)).containsExactly("WELCOME", "JOB_PLANNED", "JOB_PLANNED");
    }

    @Test
    void writesNothingInAReplayAndKnowsAllAgain() {
        var hans = garage.registeredCustomer("Hans");
        garage.wished(hans, 0, "nl", ALL_KINDS);
        var job = garage.plannedJob(hans);
        awaitKinds(hans, "WELCOME", "JOB_PLANNED");
        garage.database().update("delete from notification.mail where customer_id = ?", hans);
        var mails = allMails();
        var known = known();

        replay();

        garage.cancelledJob(job, 1, "");
        awaitKinds(hans, "JOB_CANCELLED");
        assertThat(mail(hans, "JOB_CANCELLED")).containsEntry("language", "nl");
        assertThat(allMails()).hasSize(mails.size() + 1).containsAll(mails);
        assertThat(known()).isEqualTo(known);
    }

    @Test
    void parksWhatItCannotTellAndGoesOnWithOthers() {
        var unknown = UUID.randomUUID();
        garage.movedJob(unknown, 1, 13);
        var ida = garage.registeredCustomer("Ida");

        awaitKinds(ida, "WELCOME");
        assertThat(parked(unknown)).hasSize(1).first().asString().endsWith("job " + unknown);
    }

    @Test
    void remindsOnTheWorkingDayBefore() {
        var jan = garage.registeredCustomer("Jan");
        Stream.of("2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30", "2026-12-01")
                .forEach(day -> garage.plannedJob(jan, LocalDate.parse(day)));

        passed("2026-11-26", "2026-11-27T00:01");
        assertThat(reminded(jan)).containsExactly("Saturday 28 November 2026");

        passed("2026-11-27", "2026-11-28T00:01");
        assertThat(reminded(jan))
                .containsExactly("Saturday 28 November 2026", "Sunday 29 November 2026", "Monday 30 November 2026");

        passed("2026-11-28", "2026-11-29T00:01"); // a Sunday, on which nobody works
        assertThat(reminded(jan)).hasSize(3);

        passed("2026-11-29", "2026-11-30T00:01");
        assertThat(reminded(jan)).hasSize(4).last().isEqualTo("Tuesday 1 December 2026");
    }

    @Test
    void remindsOfNothingOnADayThatIsOver() {
        var kees = garage.registeredCustomer("Kees");
        garage.plannedJob(kees);
        passed("2026-11-22", "2026-11-24T00:01");

        assertThat(reminded(kees)).isEmpty();
    }

    @Test
    void remindsOfNothingThatIsCancelledOrDone() {
        var leo = garage.registeredCustomer("Leo");
        garage.cancelledJob(garage.plannedJob(leo), 1, "");
        garage.finishedJob(garage.plannedJob(leo), 1);
        passed("2026-11-22", MONDAY_MORNING);

        assertThat(reminded(leo)).isEmpty();
    }

    @Test
    void isOneSegment() {
        assertThat(garage.database()
                        .queryForObject(
                                "select count(*) from operations.token_entry where processor_name = 'notification'",
                                Integer.class))
                .isOne();
    }

    /** Tuesday's customers are reminded. */
    private static void beginsMonday() {
        passed("2026-11-22", MONDAY_MORNING);
    }

    /** In a calendar of its own, as if this day was the last. */
    private static void passed(String day, String now) {
        CLOCK.set(now);
        garage.happened("calendar:" + UUID.randomUUID(), 0, new DayHasPassed(LocalDate.parse(day)));
        awaitHandled();
    }

    private static List<String> reminded(UUID customer) {
        return garage.mails(customer).stream()
                .filter(mail -> mail.get("kind").equals("REMINDER"))
                .map(mail -> ((String) mail.get("text")).replaceAll("(?s).*Day: +([^\\n]+)\\n.*", "$1"))
                .toList();
    }

    private static Map<String, Object> mail(UUID customer, String kind) {
        return garage.mails(customer).stream()
                .filter(mail -> mail.get("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitKinds(UUID customer, String... kinds) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(garage.kinds(customer)).containsExactly((Object[]) kinds));
    }

    /** All events are handled in one order, so that what comes last tells. */
    private static void awaitHandled() {
        awaitKinds(garage.registeredCustomer("Last"), "WELCOME");
    }

    private static void inTransaction(Runnable work) {
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> work.run());
    }

    private static void replay() {
        var processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessor("notification", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        assertThat(known()).isEmpty();
        processor.start();
    }

    /** But for whether a job is cancelled. */
    private static List<Map<String, Object>> known() {
        return List.of("customer", "preferences", "job").stream()
                .flatMap(table ->
                        garage
                                .database()
                                .queryForList("select * from notification.%s order by 1".formatted(table))
                                .stream())
                .peek(row -> row.keySet().removeAll(List.of("status", "version")))
                .toList();
    }

    private static List<Object> allMails() {
        return garage.database().queryForList("select mail_id from notification.mail", Object.class);
    }

    private static List<String> parked(UUID job) {
        return garage.database()
                .queryForList(
                        "select cause_message from operations.dead_letter_entry where aggregate_identifier = ?",
                        String.class,
                        History.day(job));
    }

    private static String number() {
        return "2026-%06d".formatted(NUMBERS.incrementAndGet());
    }
}
