package com.pitstop.chassis.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The days on which the garage works.
 *
 * @param weekdays of which there is at least one
 * @param closedDates days on which it stays closed whatever the weekday
 */
public record WorkingDays(Set<DayOfWeek> weekdays, Set<LocalDate> closedDates) {

    public WorkingDays {
        weekdays = Set.copyOf(weekdays);
        closedDates = Set.copyOf(closedDates);
    }

    public boolean include(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek()) && !closedDates.contains(day);
    }

    /** The first one after a day. */
    public LocalDate after(LocalDate day) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(this::include)
                .findFirst()
                .orElseThrow();
    }
}
