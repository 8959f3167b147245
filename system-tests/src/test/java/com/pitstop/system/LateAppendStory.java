package com.pitstop.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An event whose place among the others is taken, and that is stored long after them, or never. */
@ExtendWith(RunningServices.class)
class LateAppendStory {

    /** Longer than the services' own limits; in the soak also longer than the minute after which Axon forgets. */
    private static final Duration HELD =
            Integer.getInteger("pitstop.rounds", 1) > 2 ? Duration.ofSeconds(75) : Duration.ofSeconds(17);

    private final Services services;
    private final Books books;
    private final String customerId = UUID.randomUUID().toString();

    LateAppendStory(Services services) {
        this.services = services;
        this.books = new Books(services);
    }

    @Test
    void anEventThatIsStoredLateIsSkippedByNobody() throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        try (var writer = services.connect("hub")) {
            appendWithoutCommit(writer);
            var job = books.plan(licenseNumber);
            await().during(HELD)
                    .atMost(HELD.plusSeconds(30))
                    .until(() -> services.gateway().get(job).status() == 404);
            writer.commit();
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(services.gateway().get("/api/customers/" + customerId).status())
                    .isEqualTo(200);
            assertThat(services.gateway()
                            .get("/api/workshop/customers/" + customerId)
                            .status())
                    .isEqualTo(200);
        });
        books.balance();
    }

    @Test
    void nobodyWaitsForAWriterThatIsDead() throws Exception {
        var licenseNumber = books.vehicleTheWorkshopKnows();
        try (var writer = services.connect("hub");
                var operator = services.connect("hub");
                var statement = operator.createStatement()) {
            appendWithoutCommit(writer);
            books.plan(licenseNumber);
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = 'hub' and state = 'idle in transaction' and query like 'insert into hub.%'
                    """);
            services.awaitCaughtUp();
        }
        assertThat(services.gateway().get("/api/customers/" + customerId).status())
                .isEqualTo(404);
        books.balance();
    }

    private void appendWithoutCommit(Connection writer) throws SQLException {
        writer.setAutoCommit(false);
        try (var insert = writer.prepareStatement("""
                insert into hub.domain_event_entry (aggregate_identifier, sequence_number, type, event_identifier,
                    payload_type, payload_revision, payload, meta_data, time_stamp)
                values (?, 0, 'Customer', ?, 'com.pitstop.shared.customer.CustomerRegistered', '1',
                    convert_to(?, 'UTF8'), convert_to('{}', 'UTF8'), '2026-01-01T00:00:00Z')
                """)) {
            insert.setString(1, "customer:" + customerId);
            insert.setString(2, UUID.randomUUID().toString());
            insert.setString(3, """
                    {"customerId": "%s", "name": "Late", "address": "Brink 1", "postalCode": "7411 BR", "city": "Deventer",
                     "telephoneNumber": "+31 570 555 101", "emailAddress": "late@example.com"}""".formatted(customerId));
            insert.executeUpdate();
        }
    }
}
