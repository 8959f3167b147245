package com.pitstop.parts.reservations;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.parts.PartsInventory;
import com.pitstop.parts.domain.ConsumeReservation;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Price;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.ReceiveStock;
import com.pitstop.parts.domain.RegisterPart;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.parts.domain.ReserveParts;
import com.pitstop.shared.parts.ReservationExpired;
import com.pitstop.shared.parts.Sku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who lets parts wait for too long loses them, once, by the clock on the garage's wall. */
@SpringBootTest(
        classes = PartsInventory.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"pitstop.parts.reservation-expiry=3d", "pitstop.parts.expiry-check=100ms"})
class ReservationExpiryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration EXPIRY = Duration.ofDays(3);
    private static final ReservationId ANNA = new ReservationId("anna");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final GarageClock CLOCK = new GarageClock("2026-11-23T10:00");

    @TestBean
    private Clock garageClock;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private QueryGateway queries;

    @Autowired
    private EventStore events;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private WhenReservationIsDueThenExpire expiry;

    @Autowired
    private Lifecycle rounds;

    private PartId part;

    static Clock garageClock() {
        return CLOCK;
    }

    @DynamicPropertySource
    static void aFreshDatabase(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void aPartThatIsKeptForAnna() {
        part = new PartId(new Sku("EXPIRY-" + NUMBERS.incrementAndGet()));
        commands.sendAndWait(new RegisterPart(part, "Oil", new Price(BigDecimal.ONE, Currency.getInstance("EUR")), 0));
        commands.sendAndWait(new ReceiveStock(part, UUID.randomUUID(), new Quantity(4)));
        commands.sendAndWait(new ReserveParts(part, ANNA, new Quantity(3)));
        awaitStatus(ReservationStatus.OPEN);
    }

    @Test
    void isLookedAfterOfItself() {
        move(EXPIRY);

        awaitStatus(ReservationStatus.EXPIRED);
        assertThat(expired()).isOne();
        commands.sendAndWait(new ReserveParts(part, new ReservationId("bart"), new Quantity(4)));
    }

    @Test
    void isNotLostAMomentEarlier() {
        move(EXPIRY.minusNanos(1_000));

        expiry.look();

        assertThat(expired()).isZero();
    }

    @Test
    void isLostOnceHoweverManyLookAtOnce() {
        move(EXPIRY);

        IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.runAsync(expiry::look))
                .toList()
                .forEach(CompletableFuture::join);

        awaitStatus(ReservationStatus.EXPIRED);
        expiry.look();
        assertThat(expired()).isOne();
    }

    @Test
    void isNotLostWhenOnlyTheTableSaysThatItIsOpen() {
        var table = processing
                .eventProcessorByProcessingGroup("parts-reservations", StreamingEventProcessor.class)
                .orElseThrow();
        table.shutDown();
        try {
            commands.sendAndWait(new ConsumeReservation(part, ANNA));
            move(EXPIRY);

            expiry.look();

            assertThat(status()).isEqualTo(ReservationStatus.OPEN);
            assertThat(expired()).isZero();
        } finally {
            table.start();
        }
        awaitStatus(ReservationStatus.CONSUMED);
    }

    @Test
    void isLostAlsoWhenAnotherThatIsDueBeforeCannotBeEnded() {
        database.update(
                "insert into parts.reservation (sku, reservation_id, quantity, expires_at, status, version)"
                        + " values ('NONE', ?, 1, timestamp with time zone '2020-01-01 00:00:00Z', 'OPEN', 0)",
                part.toString());
        move(EXPIRY);

        expiry.look();

        assertThat(expired()).isOne();
        database.update("delete from parts.reservation where sku = 'NONE'");
    }

    @Test
    void stopsLookingWhenItIsStoppedAndLooksAgainWhenItIsStarted() {
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
        move(EXPIRY);
        rounds.start();

        awaitStatus(ReservationStatus.EXPIRED);
    }

    private void move(Duration further) {
        CLOCK.forward(further);
        assertThat(garageClock.instant()).isEqualTo(CLOCK.instant());
    }

    private void awaitStatus(ReservationStatus expected) {
        await().atMost(SOON).until(() -> status() == expected);
    }

    private ReservationStatus status() {
        return queries.query(
                        new FindReservation(part.sku().value(), ANNA.value()),
                        ResponseTypes.optionalInstanceOf(Reservation.class))
                .join()
                .map(Reservation::status)
                .orElse(null);
    }

    private long expired() {
        return events.readEvents(part.toString(), 0)
                .asStream()
                .map(EventMessage::getPayload)
                .filter(ReservationExpired.class::isInstance)
                .count();
    }
}
