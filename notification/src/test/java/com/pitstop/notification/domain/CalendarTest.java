package com.pitstop.notification.domain;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.notification.DayHasPassed;

/** Recording the days that have passed. */
class CalendarTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private FixtureConfiguration<Calendar> calendar;

    @BeforeEach
    void aGarage() {
        calendar = new AggregateTestFixture<>(Calendar.class);
    }

    @Test
    void beginsWithYesterday() {
        calendar.givenNoPriorActivity().when(recordDaysUpTo(TODAY)).expectEvents(passed("2026-03-01"));
    }

    @Test
    void recordsEveryDayThatIsMissing() {
        calendar.given(passed("2026-02-26"))
                .when(recordDaysUpTo(TODAY))
                .expectEvents(passed("2026-02-27"), passed("2026-02-28"), passed("2026-03-01"));
    }

    @Test
    void changesNothingWhenYesterdayIsRecorded() {
        calendar.given(passed("2026-03-01"))
                .when(recordDaysUpTo(TODAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void changesNothingForAClockThatWasSetBack() {
        calendar.given(passed("2026-03-01"))
                .when(recordDaysUpTo(TODAY.minusDays(3)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void leavesNoDayOutAndRecordsNoneTwiceHoweverOftenItIsAsked() {
        var commands = Stream.of(0, 1, 1, 3, 2, 10).map(TODAY::plusDays).map(CalendarTest::recordDaysUpTo);

        calendar.givenCommands(commands.toList())
                .when(recordDaysUpTo(TODAY.plusDays(11)))
                .expectEvents(passed("2026-03-12"));
    }

    private static RecordPassedDays recordDaysUpTo(LocalDate today) {
        return new RecordPassedDays(new GarageCalendar(), today);
    }

    private static DayHasPassed passed(String day) {
        return new DayHasPassed(LocalDate.parse(day));
    }
}
