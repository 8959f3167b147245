package com.pitstop.parts.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.chassis.processing.Positions;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.parts.PartsInventory;
import com.pitstop.parts.domain.ConsumeParts;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Price;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.ReceiveStock;
import com.pitstop.parts.domain.RegisterPart;
import com.pitstop.parts.domain.ReleaseParts;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.parts.domain.ReserveParts;
import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.Sku;
import com.pitstop.shared.parts.StockAdjusted;
import com.pitstop.shared.parts.StockReceived;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.UsedPart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the inventory does of itself, once, however often it hears of it: in two processes on one PostgreSQL, with the
 * events in another. Here the events of a command and the position of its policy cannot commit together.
 */
class PoliciesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final List<ConfigurableApplicationContext> TWINS = new ArrayList<>();
    private static EventStore events;
    private static CommandGateway commands;

    private final UUID id = UUID.randomUUID();
    private final String stream = "test:" + id;
    private PartId part;
    private String sku;

    @BeforeAll
    static void startTwins() {
        var settings = new HashMap<>(TestDatabases.postgres());
        settings.put("pitstop.hub.database.url", TestDatabases.newDatabase());
        settings.put("pitstop.hub.database.maximum-pool-size", 8);
        for (var name : List.of("one", "two")) {
            settings.put("pitstop.instance", name);
            TWINS.add(new SpringApplicationBuilder(PartsInventory.class)
                    .properties(Map.of("spring.application.name", "parts-inventory"))
                    .run(TestDatabases.arguments(settings)));
        }
        events = TWINS.get(0).getBean(EventStore.class);
        commands = TWINS.get(0).getBean(CommandGateway.class);
    }

    @AfterAll
    static void stopTwins() {
        TWINS.forEach(ConfigurableApplicationContext::close);
    }

    @BeforeEach
    void aPartWithoutPieces() {
        sku = "POLICY-" + NUMBERS.incrementAndGet();
        part = new PartId(new Sku(sku));
        commands.sendAndWait(new RegisterPart(part, "Oil", new Price(BigDecimal.ONE, Currency.getInstance("EUR")), 0));
    }

    @Nested
    class WhenAJobIsFinished {

        @Test
        void itsReservationIsTakenFirstAndWhatIsLeftIsReleased() {
            receive(10);
            reserve(id.toString(), 4);

            happened(finished(3));

            awaitLatest(new PartsConsumed(sku, id.toString(), 3, 3), new PartsReleased(sku, id.toString(), 1));
        }

        @Test
        void theBooksAreCorrectedWhereTheyHadTooFew() {
            receive(1);

            happened(finished(4));

            awaitLatest(
                    new StockAdjusted(sku, id, 3, "Job %s took what the books did not have".formatted(id)),
                    new PartsConsumed(sku, id.toString(), 4, 0));
        }

        @Test
        void everyPartItTookLeavesTheShelf() {
            var filter = new PartId(new Sku(sku + "-FILTER"));
            commands.sendAndWait(
                    new RegisterPart(filter, "Filter", new Price(BigDecimal.ONE, Currency.getInstance("EUR")), 0));
            receive(10);

            happened(finished(List.of(new UsedPart(sku, 4), new UsedPart(sku + "-FILTER", 1))));

            awaitLatest(new PartsConsumed(sku, id.toString(), 4, 0));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(happenedTo(filter))
                            .contains(new PartsConsumed(sku + "-FILTER", id.toString(), 1, 0)));
        }

        @Test
        void theCommandTellsWhichEventItFollowsFrom() {
            receive(10);

            happened(finished(4), MetaData.with(MessageContext.CORRELATION_ID, "story-1"));

            awaitLatest(new PartsConsumed(sku, id.toString(), 4, 0));
            var consumed = messages(part).reduce((first, second) -> second).orElseThrow();
            assertThat(consumed.getMetaData()).containsEntry(MessageContext.CORRELATION_ID, "story-1");
        }

        @Test
        void nothingHappensWhenTheEventComesAgain() {
            receive(10);
            happened(finished(4));
            awaitLatest(new PartsConsumed(sku, id.toString(), 4, 0));
            var before = happenedTo(part);

            handleEverythingAgain("parts-consumption");

            assertThat(happenedTo(part)).isEqualTo(before);
        }

        @Test
        void nothingHappensTwiceWhenTwoProcessesHearOfItAtOnce() {
            receive(10);
            reserve(id.toString(), 2);
            var event = finished(4);

            atOnce(WhenJobFinishedThenConsumeParts.class, policy -> policy.on(event));

            assertThat(happenedTo(part))
                    .filteredOn(PartsConsumed.class::isInstance)
                    .hasSize(1);
        }

        @Test
        void nothingHappensTwiceAlsoWhenThePartHasForgottenTheJob() {
            receive(1_000);
            var policy = TWINS.get(0).getBean(WhenJobFinishedThenConsumeParts.class);
            policy.on(finished(4));
            for (int number = 0; number < 201; number++) {
                commands.sendAndWait(new ConsumeParts(part, UUID.randomUUID(), new Quantity(1)));
            }
            var before = happenedTo(part);

            policy.on(finished(4));

            assertThat(happenedTo(part)).isEqualTo(before);
        }

        @Test
        void aPartNobodyRegisteredParksTheEvent() {
            happened(finished(List.of(new UsedPart("NONE-" + sku, 1))));

            await().atMost(SOON).until(() -> parked("parts-consumption") == 1);
        }

        @Test
        void aReplayIsNotPossible() {
            assertThat(processors("parts-consumption")).noneMatch(StreamingEventProcessor::supportsReset);
            assertThat(processors("parts-receiving")).noneMatch(StreamingEventProcessor::supportsReset);
        }
    }

    @Nested
    class WhenAJobIsOver {

        @Test
        void whatItDidNotTakeIsReleased() {
            receive(10);
            reserve(id.toString(), 4);
            reserve("somebody-else", 2);

            happened(finished(List.of()));

            awaitLatest(new PartsReleased(sku, id.toString(), 4));
        }

        @Test
        void allOfItIsReleasedWhenTheJobWasCancelled() {
            receive(10);
            reserve(id.toString(), 4);

            happened(cancelled());

            awaitLatest(new PartsReleased(sku, id.toString(), 4));
        }

        @Test
        void whatItTookIsConsumedAndTheRestReleasedOnce() {
            receive(10);
            reserve(id.toString(), 4);

            happened(finished(3));
            awaitLatest(new PartsConsumed(sku, id.toString(), 3, 3), new PartsReleased(sku, id.toString(), 1));
            var before = happenedTo(part);
            handleEverythingAgain("parts-jobs");

            assertThat(happenedTo(part)).isEqualTo(before);
        }

        @Test
        void whatWasReleasedAlreadyStaysSo() {
            receive(10);
            reserve(id.toString(), 4);
            release();
            var before = happenedTo(part);

            happened(cancelled());
            handleEverythingAgain("parts-jobs");

            assertThat(happenedTo(part)).isEqualTo(before);
            assertThat(parked("parts-jobs")).isZero();
        }

        @Test
        void nothingIsReleasedTwiceWhenTheEventComesAgain() {
            receive(10);
            reserve(id.toString(), 4);
            happened(cancelled());
            awaitLatest(new PartsReleased(sku, id.toString(), 4));
            var before = happenedTo(part);

            handleEverythingAgain("parts-jobs");

            assertThat(happenedTo(part)).isEqualTo(before);
            assertThat(parked("parts-jobs")).isZero();
        }

        private MaintenanceJobCancelled cancelled() {
            return new MaintenanceJobCancelled(DAY, id, "No time");
        }

        private void release() {
            commands.sendAndWait(new ReleaseParts(part, new ReservationId(id.toString())));
        }
    }

    @Nested
    class WhenADeliveryIsReceived {

        @Test
        void itsPiecesArePutOnTheShelfOnce() {
            happened(new DeliveryReceived(id, sku, 24));
            awaitLatest(new StockReceived(sku, id, 24));
            var before = happenedTo(part);

            handleEverythingAgain("parts-receiving");
            atOnce(WhenDeliveryReceivedThenReceiveStock.class, policy -> policy.on(new DeliveryReceived(id, sku, 24)));

            assertThat(happenedTo(part)).isEqualTo(before);
        }
    }

    private static void handleEverythingAgain(String group) {
        var positions = TWINS.get(0).getBean(Positions.class);
        processors(group).forEach(StreamingEventProcessor::shutDown);
        // as after a crash before the position was stored
        database()
                .update(
                        "update operations.token_entry set token = null, token_type = null where processor_name = ?",
                        group);
        processors(group).forEach(StreamingEventProcessor::start);
        var head = positions.head();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(positions.of(group))
                        .isNotEmpty()
                        .allSatisfy(segment -> assertThat(segment.position()).isGreaterThanOrEqualTo(head)));
    }

    private static List<StreamingEventProcessor> processors(String group) {
        return TWINS.stream()
                .map(twin -> twin.getBean(EventProcessingConfiguration.class))
                .map(processing -> processing
                        .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                        .orElseThrow())
                .toList();
    }

    /** Four times in each process. */
    private static <T> void atOnce(Class<T> policy, Consumer<T> work) {
        IntStream.range(0, 8)
                .mapToObj(number -> TWINS.get(number % 2).getBean(policy))
                .map(bean -> CompletableFuture.runAsync(() -> work.accept(bean)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private MaintenanceJobFinished finished(int pieces) {
        return finished(List.of(new UsedPart(sku, pieces)));
    }

    private MaintenanceJobFinished finished(List<UsedPart> parts) {
        return new MaintenanceJobFinished(DAY, id, DAY.atTime(9, 0), DAY.atTime(10, 0), "Done", parts);
    }

    private void receive(int pieces) {
        commands.sendAndWait(new ReceiveStock(part, UUID.randomUUID(), new Quantity(pieces)));
    }

    private void reserve(String reservation, int pieces) {
        commands.sendAndWait(new ReserveParts(part, new ReservationId(reservation), new Quantity(pieces)));
    }

    private void happened(Object event) {
        happened(event, MetaData.emptyInstance());
    }

    private void happened(Object event, Map<String, ?> metaData) {
        events.publish(new GenericDomainEventMessage<>("Test", stream, 0, event, metaData));
    }

    private void awaitLatest(Object... expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(happenedTo(part)).endsWith(expected));
    }

    private List<Object> happenedTo(PartId part) {
        return messages(part).<Object>map(EventMessage::getPayload).toList();
    }

    private Stream<? extends EventMessage<?>> messages(PartId part) {
        return events.readEvents(part.toString(), 0).asStream();
    }

    private int parked(String group) {
        return database()
                .queryForList(
                        "select * from operations.dead_letter_entry"
                                + " where processing_group = ? and aggregate_identifier = ?",
                        group,
                        stream)
                .size();
    }

    private static JdbcTemplate database() {
        return TWINS.get(0).getBean(JdbcTemplate.class);
    }
}
