package com.pitstop.parts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
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
import com.pitstop.parts.deliveries.Delivery;
import com.pitstop.parts.deliveries.DeliveryPage;
import com.pitstop.parts.deliveries.DeliveryStatus;
import com.pitstop.parts.deliveries.FindDelivery;
import com.pitstop.parts.deliveries.ListDeliveries;
import com.pitstop.parts.movements.ListMovements;
import com.pitstop.parts.movements.Movement;
import com.pitstop.parts.movements.MovementKind;
import com.pitstop.parts.movements.MovementPage;
import com.pitstop.parts.reservations.FindReservation;
import com.pitstop.parts.reservations.ListReservations;
import com.pitstop.parts.reservations.Reservation;
import com.pitstop.parts.reservations.ReservationPage;
import com.pitstop.parts.reservations.ReservationStatus;
import com.pitstop.parts.stock.FindPart;
import com.pitstop.parts.stock.ListParts;
import com.pitstop.parts.stock.ListReorders;
import com.pitstop.parts.stock.Part;
import com.pitstop.parts.stock.PartPage;
import com.pitstop.shared.parts.DeliveryArranged;
import com.pitstop.shared.parts.DeliveryCancelled;
import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.parts.PartDiscontinued;
import com.pitstop.shared.parts.PartPriceChanged;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;
import com.pitstop.shared.parts.StockAdjusted;
import com.pitstop.shared.parts.StockFellBelowReorderLevel;
import com.pitstop.shared.parts.StockReceived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** The views on the real migrations, as events fill them and queries read them, on every database. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class InventoryViewsTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant EXPIRES = Instant.parse("2099-11-30T09:00:00.123456Z");
    private static final UUID RECEIPT = UUID.fromString("5c1e2c5c-6b4f-4d0e-9d2b-7a5d1f0c9a11");

    private static ConfigurableApplicationContext service;

    @Parameter
    Database database;

    private final Map<String, Integer> streams = new HashMap<>();
    private String sku;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(PartsInventory.class)
                .properties(Map.of("spring.application.name", "parts-inventory"))
                .run(TestDatabases.arguments(database.settings()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @BeforeEach
    void aPartNobodyKnows() {
        sku = "PART-" + NUMBERS.incrementAndGet();
    }

    @Test
    void aPartIsShownAsLastChanged() {
        happened(
                registered(sku, "Oil", 20),
                received(sku, 10),
                new PartPriceChanged(sku, new BigDecimal("13.50"), "CHF"),
                reserved("anna", 4),
                reserved("bart", 1),
                new StockFellBelowReorderLevel(sku, 5, 20),
                adjusted(-1),
                new PartsConsumed(sku, "anna", 5, 4),
                new PartsReleased(sku, "bart", 1),
                reserved("cees", 2),
                new PartDiscontinued(sku));

        awaitPart(new Part(sku, "Oil", new BigDecimal("13.50"), "CHF", 20, 4, 2, 2, true, 10));
    }

    @Test
    void partsAreFoundByTextInAnyCaseAndInPages() {
        var word = "ødegård" + sku;
        for (var letter : List.of("C", "A", "B")) {
            var number = sku + letter;
            happened("part:" + number, registered(number, "Ø " + word.toUpperCase(Locale.ROOT), 1));
            awaitPart(number, part -> true);
        }

        assertThat(parts(new ListParts(word, 0, 2)).items())
                .extracting(Part::sku)
                .containsExactly(sku + "A", sku + "B");
        assertThat(parts(new ListParts(word, 1, 2)))
                .extracting(PartPage::page, PartPage::size, PartPage::totalItems, PartPage::totalPages)
                .containsExactly(1, 2, 3L, 2);
        assertThat(parts(new ListParts(word + "?", 0, 2)).items()).isEmpty();
    }

    @Test
    void whatIsLowIsToBeOrderedUnlessItIsDiscontinued() {
        var enough = sku + "-ENOUGH";
        var discontinued = sku + "-DISCONTINUED";
        happened(registered(sku, "Low", 5), received(sku, 8), reserved("anna", 4));
        happened("part:" + enough, registered(enough, "Enough", 5), received(enough, 5));
        happened("part:" + discontinued, registered(discontinued, "Gone", 5), new PartDiscontinued(discontinued));
        awaitPart(sku, part -> part.available() == 4);
        awaitPart(enough, part -> part.available() == 5);
        awaitPart(discontinued, Part::discontinued);

        assertThat(parts(new ListReorders(0, 100)).items())
                .extracting(Part::sku)
                .contains(sku)
                .doesNotContain(enough, discontinued);
    }

    @Test
    void movementsAreShownNewestFirst() {
        happened(
                registered(sku, "Oil", 0),
                received(sku, 10),
                adjusted(-1),
                reserved("anna", 3),
                new PartsReleased(sku, "anna", 3),
                reserved("bart", 2),
                new ReservationExpired(sku, "bart", 2),
                reserved("cees", 2),
                new PartsConsumed(sku, "cees", 5, 2));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(movements("", 0, 20).items())
                        .extracting(
                                Movement::version,
                                Movement::kind,
                                Movement::reference,
                                Movement::onHandChange,
                                Movement::reservedChange,
                                Movement::reason)
                        .containsExactly(
                                tuple(8L, MovementKind.CONSUMED, "cees", -5, -2, ""),
                                tuple(7L, MovementKind.RESERVED, "cees", 0, 2, ""),
                                tuple(6L, MovementKind.EXPIRED, "bart", 0, -2, ""),
                                tuple(5L, MovementKind.RESERVED, "bart", 0, 2, ""),
                                tuple(4L, MovementKind.RELEASED, "anna", 0, -3, ""),
                                tuple(3L, MovementKind.RESERVED, "anna", 0, 3, ""),
                                tuple(2L, MovementKind.ADJUSTED, RECEIPT.toString(), -1, 0, "Counted"),
                                tuple(1L, MovementKind.RECEIVED, RECEIPT.toString(), 10, 0, "")));
        assertThat(movements("", 3, 2))
                .extracting(
                        page -> page.items().get(0).version(),
                        MovementPage::page,
                        MovementPage::totalItems,
                        MovementPage::totalPages)
                .containsExactly(2L, 3, 8L, 4);
        assertThat(movements("bart", 0, 20).items())
                .extracting(Movement::kind)
                .containsExactly(MovementKind.EXPIRED, MovementKind.RESERVED);
    }

    @Test
    void reservationsAreShownWithHowTheyEnded() {
        happened(
                registered(sku, "Oil", 0),
                received(sku, 100),
                reserved("released", 1),
                reserved("expired", 2),
                reserved("anew", 3),
                reserved("consumed", 4),
                reserved("open", 5),
                new PartsReleased(sku, "released", 1),
                new ReservationExpired(sku, "expired", 2),
                new ReservationExpired(sku, "anew", 3),
                new PartsReserved(sku, "anew", 6, EXPIRES.minusSeconds(1)),
                new PartsConsumed(sku, "consumed", 3, 3),
                new PartsReleased(sku, "consumed", 1),
                new PartsConsumed(sku, "nothing-reserved", 1, 0));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(reservation("released")).contains(status("released", 1, ReservationStatus.RELEASED, 7));
            assertThat(reservation("expired")).contains(status("expired", 2, ReservationStatus.EXPIRED, 8));
            assertThat(reservation("consumed")).contains(status("consumed", 4, ReservationStatus.CONSUMED, 12));
        });
        assertThat(open())
                .containsExactly(
                        new Reservation(sku, "anew", 6, EXPIRES.minusSeconds(1), ReservationStatus.OPEN, 10),
                        status("open", 5, ReservationStatus.OPEN, 6));
    }

    @Test
    void deliveriesAreListedByPartAndState() {
        var day = LocalDate.of(2099, 11, 30);
        var open = arranged(day);
        var received = arranged(day.minusDays(1));
        var cancelled = arranged(day.minusDays(2));
        happened("delivery:" + received, new DeliveryReceived(received, sku, 24));
        happened("delivery:" + cancelled, new DeliveryCancelled(cancelled, sku, "Sold out"));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(delivery(open)).contains(new Delivery(open, sku, 24, day, DeliveryStatus.ARRANGED, null));
            assertThat(delivery(received).map(Delivery::status)).contains(DeliveryStatus.RECEIVED);
            assertThat(delivery(cancelled).map(Delivery::cancellationReason)).contains("Sold out");
        });
        assertThat(deliveries(sku, null)).containsExactly(cancelled, received, open);
        assertThat(deliveries(sku, DeliveryStatus.RECEIVED)).containsExactly(received);
        assertThat(deliveries("NOTHING", null)).isEmpty();
        assertThat(deliveries(null, DeliveryStatus.CANCELLED))
                .contains(cancelled)
                .doesNotContain(open);
        assertThat(deliveries(null, null)).contains(open, received, cancelled);
    }

    @Test
    void whatIsNotKnownIsNotShown() {
        assertThat(part(sku)).isEmpty();
        assertThat(movements("", 0, 20).items()).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    void anEventWithoutItsRowIsParked() {
        happened(received(sku, 1), new PartsReleased(sku, "anna", 1));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(parked("parts-stock")).isPositive();
            assertThat(parked("parts-reservations")).isPositive();
        });
    }

    @Test
    void eventsThatComeAgainChangeNothing() {
        muchHappened();
        var before = everything();

        for (var group : groups().toList()) {
            var processor = processor(group);
            processor.shutDown();
            // at the position before the first event, and not in a replay
            database()
                    .update(
                            "update operations.token_entry set token = null, token_type = null"
                                    + " where processor_name = ?",
                            group);
            processor.start();
        }

        awaitCaughtUp();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aRebuildLeadsToTheSameRows() {
        muchHappened();
        var before = everything();

        for (var group : groups().toList()) {
            var processor = processor(group);
            processor.shutDown();
            processor.resetTokens();
        }
        assertThat(everything().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
        groups().map(InventoryViewsTest::processor).forEach(StreamingEventProcessor::start);

        awaitCaughtUp();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void movementsAddUpToTheStock() {
        muchHappened();

        var sums = database().queryForList("""
                select p.sku, p.on_hand, p.reserved, sum(m.on_hand_change) as moved, sum(m.reserved_change) as kept
                from parts.part p join parts.movement m on m.sku = p.sku
                group by p.sku, p.on_hand, p.reserved""");

        assertThat(sums).isNotEmpty().allSatisfy(sum -> {
            assertThat(((Number) sum.get("moved")).intValue()).isEqualTo(sum.get("on_hand"));
            assertThat(((Number) sum.get("kept")).intValue()).isEqualTo(sum.get("reserved"));
        });
    }

    private void muchHappened() {
        happened(
                registered(sku, "Oil", 20),
                received(sku, 50),
                new PartPriceChanged(sku, new BigDecimal("13.50"), "EUR"),
                reserved("anna", 4),
                reserved("bart", 3),
                new ReservationExpired(sku, "bart", 3),
                reserved("bart", 2),
                reserved("cees", 9),
                new PartsConsumed(sku, "anna", 3, 3),
                new PartsReleased(sku, "anna", 1),
                new PartsReleased(sku, "cees", 9),
                adjusted(-2),
                new PartDiscontinued(sku));
        var delivery = arranged(LocalDate.of(2099, 11, 30));
        happened("delivery:" + delivery, new DeliveryCancelled(delivery, sku, "Sold out"));
        awaitCaughtUp();
    }

    private static void awaitCaughtUp() {
        var positions = service.getBean(Positions.class);
        var head = positions.head();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(groups())
                        .allSatisfy(group -> assertThat(positions.of(group))
                                .isNotEmpty()
                                .allSatisfy(segment ->
                                        assertThat(segment.position()).isGreaterThanOrEqualTo(head))));
    }

    private static Stream<String> groups() {
        return Stream.of("parts-stock", "parts-movements", "parts-reservations", "parts-deliveries", "parts-jobs");
    }

    private static StreamingEventProcessor processor(String group) {
        return service.getBean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private void happened(Object... events) {
        happened("part:" + sku, events);
    }

    private void happened(String stream, Object... events) {
        for (var event : events) {
            var number = streams.merge(stream, 1, Integer::sum) - 1;
            service.getBean(EventStore.class).publish(new GenericDomainEventMessage<>("Part", stream, number, event));
        }
    }

    private UUID arranged(LocalDate expectedOn) {
        var id = UUID.randomUUID();
        happened("delivery:" + id, new DeliveryArranged(id, sku, 24, expectedOn));
        return id;
    }

    private static void awaitPart(Part expected) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(part(expected.sku())).contains(expected));
    }

    private static void awaitPart(String sku, Predicate<Part> condition) {
        await().atMost(SOON).until(() -> part(sku).filter(condition).isPresent());
    }

    private static Optional<Part> part(String sku) {
        return queries()
                .query(new FindPart(sku), ResponseTypes.optionalInstanceOf(Part.class))
                .join();
    }

    private static PartPage parts(Object query) {
        return queries().query(query, PartPage.class).join();
    }

    private MovementPage movements(String reference, int page, int size) {
        return queries()
                .query(new ListMovements(sku, reference, page, size), MovementPage.class)
                .join();
    }

    private Optional<Reservation> reservation(String id) {
        return queries()
                .query(new FindReservation(sku, id), ResponseTypes.optionalInstanceOf(Reservation.class))
                .join();
    }

    private List<Reservation> open() {
        return queries()
                .query(new ListReservations(sku, 0, 20), ReservationPage.class)
                .join()
                .items();
    }

    private static Optional<Delivery> delivery(UUID id) {
        return queries()
                .query(new FindDelivery(id), ResponseTypes.optionalInstanceOf(Delivery.class))
                .join();
    }

    private static List<UUID> deliveries(String sku, DeliveryStatus status) {
        return queries().query(new ListDeliveries(sku, status, 0, 100), DeliveryPage.class).join().items().stream()
                .map(Delivery::deliveryId)
                .toList();
    }

    private static QueryGateway queries() {
        return service.getBean(QueryGateway.class);
    }

    private Reservation status(String id, int quantity, ReservationStatus status, long version) {
        return new Reservation(sku, id, quantity, EXPIRES, status, version);
    }

    private static PartRegistered registered(String sku, String name, int reorderLevel) {
        return new PartRegistered(sku, name, new BigDecimal("12.95"), "EUR", reorderLevel);
    }

    private static StockReceived received(String sku, int pieces) {
        return new StockReceived(sku, RECEIPT, pieces);
    }

    private StockAdjusted adjusted(int pieces) {
        return new StockAdjusted(sku, RECEIPT, pieces, "Counted");
    }

    private PartsReserved reserved(String id, int pieces) {
        return new PartsReserved(sku, id, pieces, EXPIRES);
    }

    private int parked(String group) {
        return database()
                .queryForList(
                        "select * from operations.dead_letter_entry"
                                + " where processing_group = ? and aggregate_identifier = ?",
                        group,
                        "part:" + sku)
                .size();
    }

    private static Map<String, List<Map<String, Object>>> everything() {
        return Map.of(
                "part", database().queryForList("select * from parts.part order by sku"),
                "movement", database().queryForList("select * from parts.movement order by sku, version"),
                "reservation", database().queryForList("select * from parts.reservation order by sku, reservation_id"),
                "delivery", database().queryForList("select * from parts.delivery order by delivery_id"),
                "kept_part", database().queryForList("select * from parts.kept_part order by sku, reservation_id"));
    }

    private static JdbcTemplate database() {
        return service.getBean(JdbcTemplate.class);
    }
}
