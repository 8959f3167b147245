package com.pitstop.notification.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.notification.UsualSettings;
import com.pitstop.notification.jobs.Job;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What a customer's calendar is told. */
class InvitationsTest {

    private static final UUID JOB = UUID.fromString("0f4e1c1e-6d3b-4b0e-9a35-3f6c2d1a7b11");
    private static final Instant WRITTEN = Instant.parse("2026-11-20T10:15:30Z");

    private final Invitations invitations =
            new Invitations(UsualSettings.settings(), new GarageClock("2026-11-23T08:00"));

    @Test
    void areEntriesWithTheHoursOfTheGarage() {
        var calendar = read(invitations.invite(job("2026-11-24T09:30", "Brakes"), "anna@example.org", 3, WRITTEN));
        var entry = entry(calendar);

        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(entry.getUid().getValue()).isEqualTo(JOB + "@pitstop.example");
        assertThat(entry.getSequence().getValue()).isEqualTo(3);
        assertThat(entry.getDateStart().getValue()).hasSameTimeAs("2026-11-24T09:30:00+01:00");
        assertThat(entry.getDateEnd().getValue()).hasSameTimeAs("2026-11-24T10:30:00+01:00");
        assertThat(entry.getDateTimeStamp().getValue()).isEqualTo(WRITTEN);
        assertThat(entry.getSummary().getValue()).isEqualTo("Pitstop Garage: KN-16-RS");
        assertThat(entry.getLocation().getValue()).isEqualTo("Kanaalweg 12, 3526 KL Utrecht");
        assertThat(entry.getStatus().isConfirmed()).isTrue();
        assertThat(entry.getOrganizer().getEmail()).isEqualTo("garage@pitstop.example");
        assertThat(entry.getAttendees().get(0).getEmail()).isEqualTo("anna@example.org");
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
    }

    @Test
    void changeTheSameEntry() {
        var planned = entry(read(invitations.invite(job("2026-11-24T09:30", "Brakes"), "a@example.org", 0, WRITTEN)));
        var moved = entry(read(invitations.invite(job("2026-11-24T14:00", "Brakes"), "a@example.org", 1, WRITTEN)));
        var calendar = read(invitations.cancel(job("2026-11-24T14:00", "Brakes"), "a@example.org", 2, WRITTEN));
        var cancelled = entry(calendar);

        assertThat(moved.getUid()).isEqualTo(planned.getUid());
        assertThat(cancelled.getUid()).isEqualTo(planned.getUid());
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
    }

    @Test
    void followTheClockInSummer() {
        var entry = entry(read(invitations.invite(job("2026-07-01T09:30", "Brakes"), "a@example.org", 0, WRITTEN)));

        assertThat(entry.getDateStart().getValue()).hasSameTimeAs("2026-07-01T09:30:00+02:00");
    }

    @Test
    void keepWhateverSomebodyTypedInOneText() {
        var typed = "Brakes; pads, \"discs\" \\ and\nEND:VEVENT\n" + "très long €\ud83d\ude97 ".repeat(30);
        var text = invitations.invite(job("2026-11-24T09:30", typed), "a@example.org", 0, WRITTEN);

        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.lines().filter("END:VEVENT"::equals)).hasSize(1);
        assertThat(text.split("\r\n", -1)).hasSameSizeAs(text.split("\n", -1));
        assertThat(entry(read(text)).getDescription().getValue()).isEqualTo(typed);
    }

    private static ICalendar read(String text) {
        return Biweekly.parse(text).first();
    }

    private static VEvent entry(ICalendar calendar) {
        return calendar.getEvents().get(0);
    }

    private static Job job(String start, String description) {
        var from = LocalDateTime.parse(start);
        return new Job(JOB, UUID.randomUUID(), "KN-16-RS", description, from, from.plusHours(1));
    }
}
