package com.pitstop.parts;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Price;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.ReceiveStock;
import com.pitstop.parts.domain.RegisterPart;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.parts.domain.ReserveParts;
import com.pitstop.shared.parts.Sku;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A part's stream grows for ever: it is loaded from its snapshot, unless that is of an older shape. */
@SpringBootTest(
        classes = PartsInventory.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "pitstop.aggregates.events-per-snapshot=5")
class PartSnapshotsTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    private CommandGateway commands;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Cache aggregates;

    private PartId part;

    @DynamicPropertySource
    static void aFreshDatabase(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void aPartWhoseSnapshotTellsOfMoreThanTheEvents() {
        part = new PartId(new Sku("SNAPSHOT-" + NUMBERS.incrementAndGet()));
        commands.sendAndWait(new RegisterPart(part, "Oil", new Price(BigDecimal.ONE, Currency.getInstance("EUR")), 0));
        for (int number = 0; number < 4; number++) {
            commands.sendAndWait(new ReceiveStock(part, UUID.randomUUID(), new Quantity(1)));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> snapshot() != null);
        changeSnapshot(snapshot().replace("\"onHand\":4", "\"onHand\":94"));
    }

    @Test
    void isLoadedFromASnapshotOfItsOwnShape() {
        aggregates.removeAll();

        commands.sendAndWait(reserve(50));
    }

    @Test
    void passesOverASnapshotOfAnOlderShape() {
        database.update(
                "update hub.snapshot_event_entry set payload_revision = '0' where aggregate_identifier = ?",
                part.toString());
        aggregates.removeAll();

        assertThatThrownBy(() -> commands.sendAndWait(reserve(50)))
                .isInstanceOf(CommandExecutionException.class)
                .hasMessage("4 pieces are available, and not 50");
    }

    private ReserveParts reserve(int pieces) {
        return new ReserveParts(part, new ReservationId("anna"), new Quantity(pieces));
    }

    private String snapshot() {
        return database
                .query(
                        "select payload from hub.snapshot_event_entry where aggregate_identifier = ?",
                        (row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8),
                        part.toString())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void changeSnapshot(String payload) {
        database.update(
                "update hub.snapshot_event_entry set payload = ? where aggregate_identifier = ?",
                payload.getBytes(StandardCharsets.UTF_8),
                part.toString());
    }
}
