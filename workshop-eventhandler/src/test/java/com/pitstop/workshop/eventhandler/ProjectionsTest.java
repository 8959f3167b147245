package com.pitstop.workshop.eventhandler;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.MaintenanceJobRescheduled;
import com.pitstop.shared.workshop.UsedPart;
import com.pitstop.shared.workshop.WorkshopPlanningCreated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the read model shows after events, on every database the garage runs on. */
@ParameterizedClass
@EnumSource
class ProjectionsTest {

    enum Database {
        H2,
        POSTGRESQL;

        private String[] arguments() {
            return (this == H2 ? TestDatabases.h2() : TestDatabases.postgres())
                    .entrySet().stream()
                            .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                            .toArray(String[]::new);
        }
    }

    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final Duration SOON = Duration.ofSeconds(20);

    private static ConfigurableApplicationContext service;

    ProjectionsTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam"));
        service = new SpringApplicationBuilder(WorkshopEventhandler.class).run(database.arguments());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
        TimeZone.setDefault(ZONE);
    }

    @Test
    void aCustomerIsShownWithTheLatestDetails() {
        var id = UUID.randomUUID();
        happened(
                "customer:" + id,
                new CustomerRegistered(id, "Jan", "Street 1", "1234", "Utrecht", "030-1", "jan@example.org"),
                new ContactDetailsChanged(id, "Jan Jansen", "Street 2", "1234", "Utrecht", "030-2", "jj@example.org"),
                new CustomerDeactivated(id, "moved"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows("customer", "customer_id", id))
                        .singleElement()
                        .satisfies(row -> assertThat(row)
                                .containsEntry("name", "Jan Jansen")
                                .containsEntry("telephone_number", "030-2")
                                .containsEntry("email_address", "jj@example.org")
                                .containsEntry("active", false)
                                .containsEntry("version", 2L)));
    }

    @Test
    void aVehicleIsShownWithItsOwnerAndWhetherItIsRegistered() {
        var buyer = UUID.randomUUID();
        happened(
                "vehicle:AA-11-BB",
                new VehicleRegistered("AA-11-BB", "Volvo", "240", UUID.randomUUID()),
                new VehicleUnregistered("AA-11-BB", ""),
                new VehicleRegistered("AA-11-BB", "Volvo", "V70", UUID.randomUUID()),
                new VehicleTransferred("AA-11-BB", UUID.randomUUID(), buyer));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows("vehicle", "license_number", "AA-11-BB"))
                        .singleElement()
                        .satisfies(row -> assertThat(row)
                                .containsEntry("type", "V70")
                                .containsEntry("owner_id", buyer)
                                .containsEntry("registered", true)
                                .containsEntry("version", 3L)));
    }

    @Test
    void aJobIsShownWithPlannedAndActualTimes() {
        var day = LocalDate.of(2026, 3, 29);
        var parts = List.of(new UsedPart("FILTER-OX-188D", 1), new UsedPart("OIL-5W30-1L", 4));
        var finished = UUID.randomUUID();
        var cancelled = UUID.randomUUID();
        happened(
                "workshop-planning:" + day,
                new WorkshopPlanningCreated(day),
                planned(day, finished),
                planned(day, cancelled),
                new MaintenanceJobRescheduled(day, finished, day.atTime(10, 0), day.atTime(11, 0)),
                // half past two does not exist on this day in Amsterdam, and yet it is what somebody wrote down
                new MaintenanceJobFinished(day, finished, day.atTime(2, 30), day.atTime(11, 5), "Done", parts),
                new MaintenanceJobCancelled(day, cancelled, "ill"));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(job(finished))
                    .containsEntry("status", "FINISHED")
                    .containsEntry("notes", "Done")
                    .containsEntry("parts", "1xFILTER-OX-188D 4xOIL-5W30-1L")
                    .containsEntry("version", 4L);
            assertThat(moment(finished, "planned_start")).isEqualTo(day.atTime(10, 0));
            assertThat(moment(finished, "planned_end")).isEqualTo(day.atTime(11, 0));
            assertThat(moment(finished, "actual_start")).isEqualTo(day.atTime(2, 30));
            assertThat(moment(finished, "actual_end")).isEqualTo(day.atTime(11, 5));
            assertThat(job(cancelled))
                    .containsEntry("status", "CANCELLED")
                    .containsEntry("cancellation_reason", "ill")
                    .containsEntry("parts", "")
                    .containsEntry("actual_start", null);
        });
    }

    @Test
    void anEventThatComesAgainChangesNothing() {
        var day = LocalDate.of(2027, 5, 3);
        var job = UUID.randomUUID();
        var vehicle = new VehicleRegistered("CC-22-DD", "Saab", "900", UUID.randomUUID());
        happened("vehicle:CC-22-DD", vehicle, new VehicleUnregistered("CC-22-DD", ""));
        happened(
                "workshop-planning:" + day,
                new WorkshopPlanningCreated(day),
                planned(day, job),
                new MaintenanceJobCancelled(day, job, "ill"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows("vehicle", "license_number", "CC-22-DD"))
                        .singleElement()
                        .satisfies(row -> assertThat(row).containsEntry("registered", false)));
        await().atMost(SOON).untilAsserted(() -> assertThat(job(job)).containsEntry("status", "CANCELLED"));
        var before = everything();

        service.getBean(VehicleProjection.class).on(vehicle, 0);
        service.getBean(VehicleProjection.class).on(vehicle, 1);
        service.getBean(JobProjection.class).on(planned(day, job), 1);
        service.getBean(JobProjection.class)
                .on(new MaintenanceJobFinished(day, job, day.atTime(9, 0), day.atTime(10, 0), "", List.of()), 2);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anEventWithoutItsRowIsParkedAndHoldsNobodyUp() {
        happened("vehicle:EE-33-FF", new VehicleTransferred("EE-33-FF", UUID.randomUUID(), UUID.randomUUID()));
        happened("vehicle:GG-44-HH", new VehicleRegistered("GG-44-HH", "Fiat", "500", UUID.randomUUID()));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(parked("vehicle:EE-33-FF")).isOne();
            assertThat(rows("vehicle", "license_number", "GG-44-HH")).hasSize(1);
        });
    }

    @Test
    void aRebuildLeadsToTheSameRows() {
        var day = LocalDate.of(2027, 6, 7);
        var job = UUID.randomUUID();
        var part = new PartRegistered("OIL-5W30-1L", "Oil", new BigDecimal("12.95"), "EUR", 20);
        happened("part:OIL-5W30-1L", part);
        happened("vehicle:II-55-JJ", new VehicleRegistered("II-55-JJ", "Opel", "Kadett", UUID.randomUUID()));
        happened("workshop-planning:" + day, new WorkshopPlanningCreated(day), planned(day, job));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(rows("vehicle", "license_number", "II-55-JJ")).hasSize(1);
            assertThat(rows("part", "sku", "OIL-5W30-1L")).hasSize(1);
            assertThat(rows("job", "job_id", job)).hasSize(1);
        });
        service.getBean(PartProjection.class).on(part);
        var before = everything();

        groups().forEach(ProjectionsTest::rebuild);

        await().atMost(SOON).untilAsserted(() -> assertThat(everything()).isEqualTo(before));
    }

    private static void rebuild(String group) {
        var processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        assertThat(database()
                        .queryForObject(
                                "select count(*) from workshop." + group.replaceAll("workshop-(.*)s", "$1"),
                                Long.class))
                .isZero();
        processor.start();
    }

    private static Stream<String> groups() {
        return Stream.of("workshop-customers", "workshop-vehicles", "workshop-parts", "workshop-jobs");
    }

    private static MaintenanceJobPlanned planned(LocalDate day, UUID job) {
        return new MaintenanceJobPlanned(
                day, job, day.atTime(9, 0), day.atTime(10, 0), UUID.randomUUID(), "KN-16-RS", "Brakes");
    }

    private static void happened(String stream, Object... events) {
        var store = service.getBean(EventStore.class);
        for (int number = 0; number < events.length; number++) {
            store.publish(new GenericDomainEventMessage<>("Test", stream, number, events[number]));
        }
    }

    private static Map<String, Object> job(UUID job) {
        var rows = rows("job", "job_id", job);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static LocalDateTime moment(UUID job, String column) {
        var sql = "select %s from workshop.job where job_id = ?".formatted(column);
        return database().queryForObject(sql, (row, number) -> row.getObject(1, LocalDateTime.class), job);
    }

    private static List<Map<String, Object>> rows(String table, String column, Object value) {
        return database().queryForList("select * from workshop.%s where %s = ?".formatted(table, column), value);
    }

    private static int parked(String stream) {
        return database()
                .queryForList(
                        "select * from operations.dead_letter_entry where processing_group = 'workshop-vehicles'"
                                + " and aggregate_identifier = ?",
                        stream)
                .size();
    }

    private static List<List<Map<String, Object>>> everything() {
        return List.of(
                database().queryForList("select * from workshop.customer order by customer_id"),
                database().queryForList("select * from workshop.vehicle order by license_number"),
                database().queryForList("select * from workshop.part order by sku"),
                database().queryForList("select * from workshop.job order by job_id"));
    }

    private static JdbcTemplate database() {
        return service.getBean(JdbcTemplate.class);
    }
}
