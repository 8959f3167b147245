package com.pitstop.audit.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.pitstop.audit.AuditLog;
import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;

import static com.pitstop.chassis.test.Api.assertProblem;
import static com.pitstop.chassis.test.Api.fields;
import static com.pitstop.chassis.test.Api.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The audit log as its clients meet it, over HTTP. */
@SpringBootTest(classes = AuditLog.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AuditApiTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-21T11:00:00Z");

    @Autowired
    private EventStore events;

    @Value("http://localhost:${local.server.port}")
    private String address;

    private final UUID id = UUID.randomUUID();
    private final String user = "user-" + id;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @Nested
    class Searching {

        @Test
        void showsTheNewestFirstInPages() {
            left(NINE, 0);
            left(TEN, 1);
            left(ELEVEN, 2);
            awaitItems("/api/audit?subject=customer:" + id, 3);

            var first = get("/api/audit?user={user}&size=2", user);
            var second = get("/api/audit?user={user}&size=2&page=1", user);

            assertThat(values(first.get("items"), "recordedAt")).containsExactly(ELEVEN.toString(), TEN.toString());
            assertThat(values(second.get("items"), "recordedAt")).containsExactly(NINE.toString());
            assertThat(second)
                    .containsEntry("page", 1)
                    .containsEntry("size", 2)
                    .containsEntry("totalItems", 3)
                    .containsEntry("totalPages", 2);
        }

        @Test
        void showsAPeriodFromItsFirstMomentToJustBeforeItsEnd() {
            left(NINE, 0);
            left(TEN, 1);
            left(ELEVEN, 2);
            awaitItems("/api/audit?user=" + user, 3);

            var found = get("/api/audit?user={user}&from={from}&to={to}", user, NINE, ELEVEN);

            assertThat(values(found.get("items"), "recordedAt")).containsExactly(TEN.toString(), NINE.toString());
        }

        @Test
        void showsWhoAskedForWhat() {
            left(NINE, 0);
            awaitItems("/api/audit?user=" + user, 1);

            var entry =
                    (Map<?, ?>) ((List<?>) get("/api/audit?user={user}", user).get("items")).get(0);

            assertThat(entry.get("kind")).isEqualTo("EVENT");
            assertThat(entry.get("what")).isEqualTo("CustomerDeactivated");
            assertThat(entry.get("command")).isEqualTo("DeactivateCustomer");
            assertThat(entry.get("subject")).isEqualTo("customer:" + id);
            assertThat(entry.get("user")).isEqualTo(user);
            assertThat(entry.get("payload")).asString().contains(id.toString());
        }

        @Test
        void refusesWhatIsNoSearch() {
            assertThat(fields(refused("/api/audit?from=yesterday"))).containsExactly("from");
            assertThat(fields(refused("/api/audit?page=-1&size=101"))).containsExactlyInAnyOrder("page", "size");
            assertThat(fields(refused("/api/audit?user=" + "x".repeat(256)))).containsExactly("user");
            assertThat(fields(refused("/api/audit?subject={subject}", "\0"))).containsExactly("subject");
            assertProblem(
                    api().get("/api/audit?from={from}&to={to}", TEN, NINE),
                    400,
                    "urn:pitstop:rule:period-starts-before-it-ends");
            assertProblem(api().get("/api/audit?to={to}", Instant.MAX), 400, "urn:pitstop:rule:moment-in-range");
        }
    }

    @Nested
    class ATimeline {

        @Test
        void showsWhatHappenedInEveryContextOldestFirst() {
            var number = registered(NINE);
            planned(TEN, number);

            var vehicle = awaitItems("/api/audit/timelines/vehicles/" + number.toLowerCase(Locale.ROOT), 2);

            assertThat(values(vehicle, "what")).containsExactly("VehicleRegistered", "MaintenanceJobPlanned");
            assertThat(values(awaitItems("/api/audit/timelines/customers/" + id, 2), "what"))
                    .containsExactly("VehicleRegistered", "MaintenanceJobPlanned");
            assertThat(values(awaitItems("/api/audit/timelines/jobs/" + id, 1), "what"))
                    .containsExactly("MaintenanceJobPlanned");
        }

        @Test
        void showsWhatHadHappenedByThen() {
            left(NINE, 0);
            left(TEN, 1);
            left(ELEVEN, 2);
            awaitItems("/api/audit/timelines/customers/" + id, 3);

            assertThat(moments(TEN)).containsExactly(NINE.toString(), TEN.toString());
            assertThat(moments(TEN.minusMillis(1))).containsExactly(NINE.toString());
            assertThat(moments(NINE.minusMillis(1))).isEmpty();
        }

        @Test
        void isEmptyForAStranger() {
            assertThat(get("/api/audit/timelines/jobs/" + id)).containsEntry("totalItems", 0);
        }

        @Test
        void refusesWhatIsNoIdAndNoMoment() {
            refused("/api/audit/timelines/customers/nobody");
            assertProblem(api().get("/api/audit/timelines/vehicles/nothing"), 400, "urn:pitstop:rule:license-number");
            assertThat(fields(refused("/api/audit/timelines/jobs/" + id + "?asOf=now")))
                    .containsExactly("asOf");
        }

        private List<Object> moments(Instant asOf) {
            return values(
                    get("/api/audit/timelines/customers/{id}?asOf={asOf}", id, asOf)
                            .get("items"),
                    "recordedAt");
        }
    }

    @Test
    void tellsThatNothingWasTamperedWith() {
        left(NINE, 0);
        awaitItems("/api/audit?user=" + user, 1);

        var verification = get("/api/audit/verification");

        assertThat(verification).containsEntry("intact", true).containsEntry("finding", null);
        assertThat(verification.get("hash")).asString().hasSize(64);
        assertThat((Integer) verification.get("entries")).isPositive();
    }

    private ResponseEntity<Map<String, Object>> refused(String path, Object... variables) {
        var answer = api().get(path, variables);
        assertProblem(answer, 400, "urn:pitstop:problem:invalid-input");
        return answer;
    }

    private List<?> awaitItems(String path, int number) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> (List<?>) get(path).get("items"), items -> items.size() == number);
    }

    private Map<String, Object> get(String path, Object... variables) {
        return api().get(path, variables).getBody();
    }

    private Api api() {
        return new Api(address);
    }

    private void left(Instant when, long sequenceNumber) {
        happened("customer:" + id, sequenceNumber, new CustomerDeactivated(id, ""), when);
    }

    private String registered(Instant when) {
        var number = "%d-%d-%d"
                .formatted(
                        Math.floorMod(id.getMostSignificantBits(), 1000),
                        Math.floorMod(id.getLeastSignificantBits(), 1000),
                        Math.floorMod(id.hashCode(), 1000));
        happened("vehicle:" + number, 0, new VehicleRegistered(number, "Volvo", "V60", id), when);
        return number;
    }

    private void planned(Instant when, String number) {
        var start = LocalDateTime.parse("2026-11-23T09:00");
        happened(
                "workshop-planning:" + id,
                0,
                new MaintenanceJobPlanned(
                        start.toLocalDate(), id, start, start.plusHours(1), id, number, "Winter tyres"),
                when);
    }

    private void happened(String stream, long sequenceNumber, Object event, Instant when) {
        var message = new GenericMessage<>(event, MetaData.from(Map.of("user", user, "command", "DeactivateCustomer")));
        events.publish(new GenericDomainEventMessage<>("Story", stream, sequenceNumber, message, () -> when));
    }
}
