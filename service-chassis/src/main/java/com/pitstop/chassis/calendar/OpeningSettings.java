package com.pitstop.chassis.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.AssertTrue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * On which days the workshop opens: its own settings, so that a garage says it once. How long it is open makes no
 * difference here.
 *
 * @param openingHours per weekday, {@code closed} or hours; a weekday left out is open, but for Sunday
 * @param closedDates days on which the workshop stays closed
 */
@Validated
@ConfigurationProperties("pitstop.workshop")
record OpeningSettings(
        @DefaultValue Map<DayOfWeek, String> openingHours,
        @DefaultValue List<LocalDate> closedDates) {

    private static final String CLOSED = "closed";

    @AssertTrue(message = "opening-hours must leave a day on which the workshop opens")
    boolean isOpenOnSomeDay() {
        return !weekdays().isEmpty();
    }

    WorkingDays workingDays() {
        return new WorkingDays(weekdays(), Set.copyOf(closedDates));
    }

    private Set<DayOfWeek> weekdays() {
        var days = EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY));
        openingHours.forEach((day, hours) -> {
            if (hours.equals(CLOSED)) {
                days.remove(day);
            } else {
                days.add(day);
            }
        });
        return days;
    }
}
