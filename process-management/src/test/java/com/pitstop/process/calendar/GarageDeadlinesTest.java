package com.pitstop.process.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.pitstop.chassis.calendar.WorkingDays;
import com.pitstop.shared.InvalidValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The garage is closed on Sundays, and on the first Monday of December 2026. */
class GarageDeadlinesTest {

    private final GarageDeadlines deadlines = new GarageDeadlines(
            Clock.system(ZoneId.of("Europe/Amsterdam")),
            new WorkingDays(EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)), Set.of(LocalDate.of(2026, 12, 7))));

    @ParameterizedTest
    @CsvSource({
        "90s, 2026-12-02T09:01:30Z",
        "30m, 2026-12-02T09:30:00Z",
        "48h, 2026-12-04T09:00:00Z",
        "7d, 2026-12-09T09:00:00Z",
        "7 days, 2026-12-09T09:00:00Z",
        "1 working day, 2026-12-03T09:00:00Z",
        "5 working days, 2026-12-09T09:00:00Z",
        "12 months, 2027-12-02T09:00:00Z"
    })
    void areCountedFromAWednesday(String within, Instant until) {
        assertThat(deadlines.after(Instant.parse("2026-12-02T09:00:00Z"), within))
                .isEqualTo(until);
    }

    @Test
    void areAtTheSameTimeOfDayAlsoWhenTheClocksChange() {
        var fridayAtNine = Instant.parse("2027-03-26T08:00:00Z");

        assertThat(deadlines.after(fridayAtNine, "3 days")).isEqualTo("2027-03-29T07:00:00Z");
        assertThat(deadlines.after(fridayAtNine, "72h")).isEqualTo("2027-03-29T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0h", "-1h", "5 weeks", "5  days", "soon"})
    void areRefusedWhenTheyCannotBeRead(String within) {
        assertThat(GarageDeadlines.isReadable(within)).isFalse();
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> deadlines.after(Instant.EPOCH, within));
    }
}
