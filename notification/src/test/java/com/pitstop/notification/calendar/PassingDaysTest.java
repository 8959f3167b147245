package com.pitstop.notification.calendar;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.hub.Hub;
import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.notification.Service;
import com.pitstop.notification.domain.GarageCalendar;
import com.pitstop.shared.audit.CommandChangedNothing;
import com.pitstop.shared.notification.DayHasPassed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Days pass, whoever looks and however often. */
class PassingDaysTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Map<String, Object> settings = TestDatabases.h2();
    private final GarageClock clock = new GarageClock("2026-03-28T12:00");
    private ConfigurableApplicationContext service;

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void areRecordedWhenTheyAreOverAlsoThoseOfOneHourLessOrMore() {
        start("50ms");
        awaitDays("2026-03-27");

        clock.set("2026-03-28T23:59:59.999");
        look();
        assertThat(days()).containsExactly("2026-03-27");
        clock.set("2026-03-29T00:00");
        awaitDays("2026-03-27", "2026-03-28");
        clock.set("2026-03-29T23:59:59.999"); // 23 hours after it began
        look();
        assertThat(days()).hasSize(2);
        clock.set("2026-03-30T00:00");
        awaitDays("2026-03-27", "2026-03-28", "2026-03-29");

        clock.set("2026-10-25T00:00");
        await().atMost(SOON).until(() -> days().contains("2026-10-24"));
        clock.forward(Duration.ofHours(25).minusMillis(1));
        look();
        assertThat(days()).doesNotContain("2026-10-25");
        clock.forward(Duration.ofMillis(1));
        await().atMost(SOON).until(() -> days().contains("2026-10-25"));
        assertThat(days()).hasSize(213).doesNotHaveDuplicates().isSorted();

        service.close(); // by now there is a snapshot of the calendar
        start("1h");
        look();
        assertThat(days()).hasSize(213);
        assertThat(recorded(CommandChangedNothing.class)).isZero();
    }

    @Test
    void areRecordedLaterWhenNothingRan() {
        start("1h");
        awaitDays("2026-03-27");
        service.close();
        clock.set("2026-04-01T07:00");

        start("1h");

        awaitDays("2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31");
    }

    @Test
    void areNotAskedForAgainAndAgain() {
        start("1h");
        awaitDays("2026-03-27");
        look();
        service.close();

        start("1h");
        look();
        look();
        clock.set("2026-03-27T12:00"); // somebody set it back
        look();

        assertThat(days()).containsExactly("2026-03-27");
        assertThat(recorded(CommandChangedNothing.class)).isZero();
    }

    @Test
    void areRecordedOnceByTwoProcesses() {
        var shared = new HashMap<>(TestDatabases.postgres());
        shared.put("pitstop.hub.database.url", TestDatabases.newDatabase());
        shared.put("spring.application.name", "notification");
        service = Service.start(clock, shared, "--pitstop.notification.calendar-check=50ms", "--pitstop.instance=one");
        try (var other =
                Service.start(clock, shared, "--pitstop.notification.calendar-check=50ms", "--pitstop.instance=two")) {
            for (var day = 0; day < 12; day++) {
                clock.forward(Duration.ofDays(1));
                IntStream.range(0, 4)
                        .mapToObj(number -> number % 2 == 0 ? service : other)
                        .map(process -> CompletableFuture.runAsync(
                                process.getBean(WhenMidnightPassesThenRecordDays.class)::look))
                        .toList()
                        .forEach(CompletableFuture::join);
            }
            assertThat(days())
                    .hasSize(13)
                    .startsWith("2026-03-27")
                    .endsWith("2026-04-08")
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(recorded(DayHasPassed.class)).isEqualTo(13);
        }
    }

    private void start(String calendarCheck) {
        service = Service.start(clock, settings, "--pitstop.notification.calendar-check=" + calendarCheck);
    }

    private void look() {
        service.getBean(WhenMidnightPassesThenRecordDays.class).look();
    }

    private void awaitDays(String... expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(days()).containsExactly(expected));
    }

    private List<String> days() {
        return service.getBean(EventStore.class)
                .readEvents(GarageCalendar.STREAM, 0)
                .asStream()
                .map(EventMessage::getPayload)
                .map(event -> ((DayHasPassed) event).day().toString())
                .toList();
    }

    private int recorded(Class<?> event) {
        return new JdbcTemplate(service.getBean(Hub.class).dataSource())
                .queryForList(
                        "select event_identifier from hub.domain_event_entry where payload_type = ?", event.getName())
                .size();
    }
}
