package com.pitstop.process.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.processing.Positions;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.process.ProcessManagement;
import com.pitstop.process.domain.DenySignal;
import com.pitstop.process.domain.ReceiveSignal;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.parts.DeliveryCancelled;
import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.parts.StockReceived;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is told what, on the real migrations. Commands are recorded where they would be handled. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class SignalsTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static ConfigurableApplicationContext service;

    @Parameter
    Database database;

    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private final Map<String, Integer> streams = new HashMap<>();
    private final RoutingSlipId slip = new RoutingSlipId(UUID.randomUUID());
    private final UUID subject = UUID.randomUUID();
    private final List<Registration> recording = new java.util.ArrayList<>();

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(ProcessManagement.class)
                .properties(Map.of("spring.application.name", "process-management"))
                .run(TestDatabases.arguments(database.settings()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @BeforeEach
    void recordCommands() {
        for (var type : List.of(ReceiveSignal.class, DenySignal.class)) {
            recording.add(bean(CommandBus.class).subscribe(type.getName(), command -> {
                told.add(command.getPayload());
                return null;
            }));
        }
    }

    @AfterEach
    void recordNoMore() {
        recording.forEach(Registration::cancel);
    }

    @Test
    void aSlipIsToldOnceThatItsGoodsAreOnTheShelf() {
        awaitsGoods();
        happened("delivery:" + subject, new DeliveryReceived(subject, "OIL", 4));
        awaitCaughtUp();
        assertThat(told).isEmpty();

        happened("part:OIL", new StockReceived("OIL", subject, 4));
        happened("part:OIL", new StockReceived("OIL", UUID.randomUUID(), 4));

        awaitCaughtUp();
        assertThat(told).containsExactly(received("goods-received", "deliveryId"));
        assertThat(expectations()).isZero();
    }

    @Test
    void aSlipIsToldOnceThatItsJobIsFinished() {
        awaitsJob();

        finishJob();

        awaitCaughtUp();
        assertThat(told).containsExactly(received("job-finished", "jobId"));
        assertThat(expectations()).isZero();
    }

    @Test
    void aSlipThatBeginsToWaitTooLateIsToldAtOnce() {
        happened("part:OIL", new StockReceived("OIL", subject, 4));
        finishJob();

        awaitsGoods();
        awaitsJob();

        awaitCaughtUp();
        assertThat(told)
                .containsExactlyInAnyOrder(received("goods-received", "deliveryId"), received("job-finished", "jobId"));
        assertThat(expectations()).isZero();
    }

    @Test
    void aSlipIsToldThatWhatItWaitsForWillNotCome() {
        awaitsJob();
        awaitsGoods();

        cancelJob();
        happened("delivery:" + subject, new DeliveryCancelled(subject, "OIL", "Sold out"));

        awaitCaughtUp();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        denied("job-finished", "jobId", "The job was cancelled: Ill"),
                        denied("goods-received", "deliveryId", "The delivery was cancelled: Sold out"));
        assertThat(expectations()).isZero();
    }

    @Test
    void aSlipIsToldAlsoWhenThatWasKnownBefore() {
        cancelJob();

        awaitsJob();

        awaitCaughtUp();
        assertThat(told).containsExactly(denied("job-finished", "jobId", "The job was cancelled: Ill"));
    }

    @Test
    void aSlipThatRefusesToHearParksNothing() {
        var refusing = bean(CommandBus.class).subscribe(ReceiveSignal.class.getName(), command -> {
            told.add(command.getPayload());
            throw new RuleViolatedException("signal-in-time", "It is too late");
        });
        recording.add(refusing);
        awaitsJob();

        finishJob();

        awaitCaughtUp();
        assertThat(told).hasSize(1);
        assertThat(expectations()).isZero();
        assertThat(count(
                        "select count(*) from operations.dead_letter_entry where processing_group = 'process-signals'"))
                .isZero();
    }

    @Test
    void aSlipThatHasHeardIsNotToldAgain() {
        awaitsJob();
        finishJob();
        awaitCaughtUp();
        happened(slip.toString(), new StepCompleted(slip.trackingNumber(), "wait-for-job", "", Map.of(), Map.of()));
        told.clear();

        rebuild();

        awaitCaughtUp();
        assertThat(told).doesNotContain(received("job-finished", "jobId"));
    }

    @Test
    void nobodyIsToldAboutWhatNobodyWaitsFor() {
        happened(
                slip.toString(),
                new SignalAwaited(
                        slip.trackingNumber(), "plan", "slot-chosen", Instant.parse("2026-11-30T09:00:00Z"), Map.of()));
        finishJob();

        awaitCaughtUp();
        assertThat(told).isEmpty();
    }

    @Test
    void aRebuildLeadsToTheSameRows() {
        awaitsJob();
        happened("part:OIL", new StockReceived("OIL", UUID.randomUUID(), 4));
        awaitCaughtUp();
        var expectations = rows("expectation");
        var arrivals = rows("arrival");
        assertThat(expectations).isNotEmpty();
        assertThat(arrivals).isNotEmpty();

        rebuild();

        awaitCaughtUp();
        assertThat(rows("expectation")).isEqualTo(expectations);
        assertThat(rows("arrival")).isEqualTo(arrivals);
    }

    private static void rebuild() {
        var processor = bean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup("process-signals", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        assertThat(rows("expectation")).isEmpty();
        assertThat(rows("arrival")).isEmpty();
        processor.start();
    }

    private void awaitsGoods() {
        happened(
                slip.toString(),
                new SignalAwaited(
                        slip.trackingNumber(),
                        "deliver",
                        "goods-received",
                        Instant.parse("2026-11-30T09:00:00Z"),
                        Map.of("deliveryId", subject.toString(), "expectedOn", "2026-11-30")));
    }

    private void awaitsJob() {
        happened(
                slip.toString(),
                new SignalAwaited(
                        slip.trackingNumber(),
                        "wait-for-job",
                        "job-finished",
                        Instant.parse("2027-11-23T09:00:00Z"),
                        Map.of("jobId", subject.toString(), "day", day())));
    }

    private void finishJob() {
        happened(
                "workshop-planning:" + day(),
                new MaintenanceJobFinished(DAY, subject, DAY.atTime(9, 0), DAY.atTime(10, 0), "Done", List.of()));
    }

    private void cancelJob() {
        happened("workshop-planning:" + day(), new MaintenanceJobCancelled(DAY, subject, "Ill"));
    }

    /** A stream of its own for each test. */
    private String day() {
        return DAY + "-" + subject;
    }

    private ReceiveSignal received(String signal, String name) {
        return new ReceiveSignal(slip, signal, Map.of(name, subject.toString()));
    }

    private DenySignal denied(String signal, String name, String reason) {
        return new DenySignal(slip, signal, Map.of(name, subject.toString()), reason);
    }

    private void happened(String stream, Object event) {
        var store = bean(EventStore.class);
        var number = streams.computeIfAbsent(
                stream, name -> store.lastSequenceNumberFor(name).orElse(-1L).intValue());
        streams.put(stream, number + 1);
        store.publish(new GenericDomainEventMessage<>("Test", stream, number + 1, event));
    }

    private static void awaitCaughtUp() {
        var positions = bean(Positions.class);
        var head = positions.head();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(positions.of("process-signals"))
                        .isNotEmpty()
                        .allSatisfy(segment -> assertThat(segment.position()).isGreaterThanOrEqualTo(head)));
    }

    private int expectations() {
        return count("select count(*) from process.expectation where tracking_number = '%s'"
                .formatted(slip.trackingNumber()));
    }

    private static int count(String query) {
        var count = bean(JdbcTemplate.class).queryForObject(query, Integer.class);
        return count == null ? 0 : count;
    }

    private static List<Map<String, Object>> rows(String table) {
        return bean(JdbcTemplate.class).queryForList("select * from process.%s order by 1".formatted(table));
    }

    private static <T> T bean(Class<T> type) {
        return service.getBean(type);
    }
}
