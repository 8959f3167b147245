package com.pitstop.audit.trail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.persistence.EntityManagerFactory;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryGateway;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.audit.AuditLog;
import com.pitstop.audit.chain.Finding;
import com.pitstop.audit.chain.Finding.Flaw;
import com.pitstop.audit.chain.Verification;
import com.pitstop.audit.chain.VerifyChain;
import com.pitstop.audit.search.AuditEntry;
import com.pitstop.audit.search.AuditEntryPage;
import com.pitstop.audit.search.ListEntries;
import com.pitstop.audit.search.ListTimeline;
import com.pitstop.audit.subject.SubjectKind;
import com.pitstop.chassis.operations.DeadLettersEndpoint;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.audit.CommandChangedNothing;
import com.pitstop.shared.audit.CommandRefused;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.vehicle.VehicleTransferred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The audit trail on the real migrations, as events fill it and as somebody with the password of the database may leave it. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class AuditTrailTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static ConfigurableApplicationContext service;

    @Parameter
    Database database;

    private final UUID anna = UUID.randomUUID();

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(AuditLog.class)
                .run(TestDatabases.arguments(database.settings(), "--spring.application.name=audit-log"));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void tellsOfAnEventWhoWhatWhenAndWhy() {
        var event = left(anna, "moved away");
        publish(event.andMetaData(Map.of(
                "command", "DeactivateCustomer", "user", "desk", "correlationId", "story", "causationId", "click")));

        var entry = awaitEntry("customer:" + anna);

        assertThat(entry)
                .usingRecursiveComparison()
                .ignoringFields("number", "previousHash", "hash")
                .isEqualTo(new AuditEntry(
                        0,
                        event.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                        "EVENT",
                        "CustomerDeactivated",
                        "DeactivateCustomer",
                        "customer:" + anna,
                        "desk",
                        "story",
                        "click",
                        "",
                        event.getIdentifier(),
                        "{\"customerId\":\"%s\",\"reason\":\"moved away\"}".formatted(anna),
                        "",
                        ""));
    }

    @Test
    void tellsOfACommandWhatRefusedIt() {
        var asked = "{\"customerId\":{\"value\":\"%s\"}}".formatted(anna);
        publish(GenericEventMessage.asEventMessage(new CommandRefused(
                "ChangeContactDetails", "customer:" + anna, "customer-active", "Anna left the garage", asked)));

        var entry = awaitEntry("customer:" + anna);

        assertThat(entry)
                .extracting(AuditEntry::kind, AuditEntry::what, AuditEntry::rule)
                .containsExactly("REFUSED", "ChangeContactDetails", "customer-active");
        assertThat(entry.payload()).contains("Anna left the garage");
        assertThat(timeline(SubjectKind.CUSTOMER, anna.toString())).containsExactly(entry);
    }

    @Test
    void tellsOfACommandThatItChangedNothing() {
        publish(GenericEventMessage.asEventMessage(
                new CommandChangedNothing("DeactivateCustomer", "customer:" + anna, "{}")));

        assertThat(awaitEntry("customer:" + anna))
                .extracting(AuditEntry::kind, AuditEntry::what, AuditEntry::rule)
                .containsExactly("NO_CHANGE", "DeactivateCustomer", "");
    }

    @Test
    void tellsOfAnEventThatThisServiceHasNeverHeardOf() {
        service.getBean(JdbcTemplate.class)
                .update(
                        """
                        insert into hub.domain_event_entry (aggregate_identifier, sequence_number, type,
                            event_identifier, payload_type, payload_revision, payload, meta_data, time_stamp)
                        values (?, 0, 'Future', ?, 'com.pitstop.shared.future.TyresChanged', '1', ?, ?, ?)""",
                        "future:" + anna,
                        UUID.randomUUID().toString(),
                        "{\"customerId\": \"%s\"}".formatted(anna).getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "2026-11-21T09:00:00.123Z");

        var entry = awaitEntry("future:" + anna);

        assertThat(entry.what()).isEqualTo("TyresChanged");
        assertThat(entry.payload()).isEqualTo("{\"customerId\": \"%s\"}".formatted(anna));
        assertThat(timeline(SubjectKind.CUSTOMER, anna.toString())).containsExactly(entry);
    }

    @Test
    void numbersEntriesWithoutGapsInTheOrderOfTheEventStore() {
        publishSome(600);
        awaitCaughtUp();

        var stored = query("select event_identifier from hub.domain_event_entry order by global_index");

        assertThat(query("select event_id from audit.entry order by number")).isEqualTo(stored);
        assertThat(query("select number from audit.entry order by number"))
                .isEqualTo(LongStream.rangeClosed(1, stored.size()).boxed().toList());
        assertThat(verification())
                .isEqualTo(new Verification(true, stored.size(), verification().hash(), null));
    }

    @Test
    void isNotMovedByEventsItHasSeen() {
        var event = left(anna, "");
        publish(event);
        awaitCaughtUp();
        var position = query("select position from audit.chain_head").get(0);
        var before = verification();

        handled(on -> on.on(event, new GlobalSequenceTrackingToken(((Number) position).longValue())));

        assertThat(verification()).isEqualTo(before);
    }

    @Test
    void writesABatchInAFewStatements() {
        publishSome(1);
        awaitCaughtUp();
        var statistics = service.getBean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        var messages = IntStream.range(0, 250)
                .mapToObj(i -> new GenericDomainEventMessage<>(
                        "Vehicle", "batch:" + anna, i, new VehicleTransferred("KN-16-RS", anna, UUID.randomUUID())))
                .toList();
        var position = ((Number) query("select position from audit.chain_head").get(0)).longValue();
        statistics.setStatisticsEnabled(true);
        try {
            new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(transaction -> {
                        IntStream.range(0, 250)
                                .forEach(i -> service.getBean(AuditTrailProjection.class)
                                        .on(messages.get(i), new GlobalSequenceTrackingToken(position + 1 + i)));
                        service.getBean(EntryRepository.class).flush();
                        transaction.setRollbackOnly();
                    });
            assertThat(statistics.getPrepareStatementCount()).isBetween(3L, 10L);
        } finally {
            statistics.setStatisticsEnabled(false);
            statistics.clear();
        }
    }

    @Test
    void keepsTheOrderWhenAnEventFails() {
        publishSome(1);
        awaitCaughtUp();
        var database = service.getBean(JdbcTemplate.class);
        var last = verification().entries();
        database.execute("alter table audit.entry add constraint full_up check (number <= %d)".formatted(last + 1));
        publishSome(5);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(parked()).containsExactly(4L));
        assertThat(verification().entries()).isEqualTo(last + 1);

        database.execute("alter table audit.entry drop constraint full_up");
        service.getBean(DeadLettersEndpoint.class).retryAll("audit-trail", "retry");

        awaitCaughtUp();
        assertThat(parked()).containsExactly(0L);
        assertThat(query("select event_id from audit.entry order by number"))
                .isEqualTo(query("select event_identifier from hub.domain_event_entry order by global_index"));
        assertThat(verification().intact()).isTrue();
    }

    @Test
    void worksInOneSegment() {
        assertThat(query("select segment from operations.token_entry where processor_name = 'audit-trail'"))
                .containsExactly(0);
    }

    @Test
    void putsAVehicleInTheTimelinesOfBothItsOwners() {
        var bart = UUID.randomUUID();
        publish(new GenericDomainEventMessage<>(
                "Vehicle", "vehicle:" + anna, 0, new VehicleTransferred("AB-12-" + anna, anna, bart)));

        var entry = awaitEntry("vehicle:" + anna);

        assertThat(timeline(SubjectKind.CUSTOMER, anna.toString())).containsExactly(entry);
        assertThat(timeline(SubjectKind.CUSTOMER, bart.toString())).containsExactly(entry);
        assertThat(timeline(SubjectKind.VEHICLE, "AB-12-" + anna)).containsExactly(entry);
        assertThat(timeline(SubjectKind.JOB, anna.toString())).isEmpty();
    }

    @Nested
    class AfterSomebodyTamperedWithIt {

        private Verification before;
        private long number;

        @BeforeEach
        void fill() {
            publishSome(9);
            awaitCaughtUp();
            before = verification();
            assertThat(before.intact()).isTrue();
            number = before.entries() - 4;
        }

        @AfterEach
        void isTheSameAgainOnceItWasRebuilt() {
            rebuild();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(verification()).isEqualTo(before));
        }

        @Test
        void namesTheEntryThatWasChanged() {
            change("update audit.entry set acting_user = 'somebody else' where number = ?", number);

            assertFound(number, Flaw.CHANGED);
        }

        @Test
        void namesTheEntryThatNoLongerMakesSense() {
            change("update audit.entry set kind = 'NONSENSE' where number = ?", number);

            assertFound(number, Flaw.CHANGED);
            assertThat(ask(new ListEntries(null, null, null, null, 0, 20), AuditEntryPage.class)
                            .items())
                    .extracting(AuditEntry::kind)
                    .contains("NONSENSE");
        }

        @Test
        void namesTheEntryWhoseMomentWasChanged() {
            change(
                    "update audit.entry set recorded_at = recorded_at + interval '1' second where number = ?",
                    before.entries());

            assertFound(before.entries(), Flaw.CHANGED);
        }

        @Test
        void namesTheEntryThatWasRemoved() {
            change("delete from audit.entry where number = ?", number);

            assertFound(number, Flaw.REMOVED);
        }

        @Test
        void namesTheLastEntryWhenItWasRemoved() {
            change("delete from audit.entry where number = ?", before.entries());

            assertFound(before.entries(), Flaw.REMOVED);
        }

        @Test
        void namesTheEntryThatWasAddedAtTheEnd() {
            addAs(before.entries() + 1);

            assertFound(before.entries() + 1, Flaw.ADDED);
        }

        @Test
        void namesTheEntryThatWasAddedInBetween() {
            for (var moved = before.entries(); moved >= number; moved--) {
                change("update audit.entry set number = number + 1 where number = ?", moved);
            }
            addAs(number);

            assertFound(number, Flaw.ADDED);
        }

        @Test
        void namesTheEntryThatWasMoved() {
            change("update audit.entry set number = -1 where number = ?", number);
            change("update audit.entry set number = number - 2 where number = ?", number + 2);
            change("update audit.entry set number = ? where number = -1", number + 2);

            assertFound(number, Flaw.MOVED);
        }

        @Test
        void namesTheLastEntryWhenTheEndOfTheChainWasChanged() {
            change("update audit.chain_head set hash = ?", "0".repeat(64));

            assertFound(before.entries(), Flaw.CHANGED);
        }

        private void addAs(long place) {
            change("""
                    insert into audit.entry
                    select ?, 'forged', recorded_at, kind, what, command, subject, acting_user, correlation_id,
                        causation_id, rule, payload, hash, repeat('0', 64)
                    from audit.entry where number = 1""", place);
        }

        private void change(String statement, Object... values) {
            assertThat(service.getBean(JdbcTemplate.class).update(statement, values))
                    .isEqualTo(1);
        }

        private void assertFound(long at, Flaw flaw) {
            var after = verification();
            assertThat(after.intact()).isFalse();
            assertThat(after.finding()).isEqualTo(new Finding(at, flaw));
        }
    }

    @Test
    void isTheSameByteForByteAfterItWasRebuilt() {
        publishSome(300);
        awaitCaughtUp();
        var entries = rows("select * from audit.entry order by number");
        var subjects = rows("select * from audit.entry_subject order by number, kind, id");
        var head = rows("select * from audit.chain_head");
        handled(AuditTrailProjection::reset);

        rebuild();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(rows("select * from audit.chain_head")).isEqualTo(head));
        assertThat(rows("select * from audit.entry order by number")).isEqualTo(entries);
        assertThat(rows("select * from audit.entry_subject order by number, kind, id"))
                .isEqualTo(subjects);
    }

    private static List<Object> parked() {
        return query("select count(*) from operations.dead_letter_entry where processing_group = 'audit-trail'");
    }

    private static void rebuild() {
        var processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup("audit-trail", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    private static void publish(EventMessage<?> event) {
        service.getBean(EventStore.class).publish(event);
    }

    private static void publishSome(int number) {
        IntStream.range(0, number).forEach(i -> publish(left(UUID.randomUUID(), "number " + i)));
    }

    private static GenericDomainEventMessage<?> left(UUID customer, String reason) {
        return new GenericDomainEventMessage<>(
                "Customer",
                "customer:" + customer,
                0,
                new CustomerDeactivated(customer, reason),
                MetaData.emptyInstance());
    }

    private static void handled(Consumer<AuditTrailProjection> event) {
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> event.accept(service.getBean(AuditTrailProjection.class)));
    }

    private static void awaitCaughtUp() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(query("select count(*) from audit.entry"))
                        .isEqualTo(query("select count(*) from hub.domain_event_entry")));
    }

    private static AuditEntry awaitEntry(String subject) {
        var wanted = new ListEntries(subject, null, null, null, 0, 20);
        var found = await().atMost(Duration.ofSeconds(30))
                .until(() -> ask(wanted, AuditEntryPage.class).items(), items -> !items.isEmpty());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<AuditEntry> timeline(SubjectKind kind, String id) {
        return ask(new ListTimeline(kind, id, null, 0, 20), AuditEntryPage.class)
                .items();
    }

    private static Verification verification() {
        return ask(new VerifyChain(), Verification.class);
    }

    private static <T> T ask(Object query, Class<T> answer) {
        return service.getBean(QueryGateway.class).query(query, answer).join();
    }

    private static List<Object> query(String statement) {
        return service.getBean(JdbcTemplate.class).queryForList(statement, Object.class);
    }

    private static List<Map<String, Object>> rows(String statement) {
        return service.getBean(JdbcTemplate.class).queryForList(statement);
    }
}
