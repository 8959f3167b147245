package com.pitstop.workshop.domain;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.pitstop.shared.RuleViolatedException;

/**
 * What the workshop can take on, and when.
 *
 * @param openingHours of the weekdays it opens on at all
 * @param closedDates days it stays closed whatever the weekday
 * @param clock the clock on the garage's wall
 */
public record WorkshopCapacity(
        int workstations, Map<DayOfWeek, Hours> openingHours, Set<LocalDate> closedDates, Clock clock) {

    /** From when to when the workshop is open on one day. */
    public record Hours(LocalTime opensAt, LocalTime closesAt) {

        boolean cover(Timeslot timeslot) {
            return !timeslot.start().toLocalTime().isBefore(opensAt)
                    && !timeslot.end().toLocalTime().isAfter(closesAt);
        }
    }

    public WorkshopCapacity {
        openingHours = Map.copyOf(openingHours);
        closedDates = Set.copyOf(closedDates);
    }

    /** Empty when the workshop is closed. */
    public Optional<Hours> hoursOn(LocalDate day) {
        return closedDates.contains(day) ? Optional.empty() : Optional.ofNullable(openingHours.get(day.getDayOfWeek()));
    }

    void requireNotInThePast(LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new RuleViolatedException("not-in-the-past", "%s is over".formatted(day));
        }
    }

    void requireOpenDuring(Timeslot timeslot) {
        var day = timeslot.start().toLocalDate();
        var hours = hoursOn(day).orElseThrow(() -> outsideOpeningHours("The workshop is closed on %s".formatted(day)));
        if (!hours.cover(timeslot)) {
            throw outsideOpeningHours(
                    "On %s the workshop is open from %s to %s".formatted(day, hours.opensAt(), hours.closesAt()));
        }
    }

    private static RuleViolatedException outsideOpeningHours(String sentence) {
        return new RuleViolatedException("within-opening-hours", sentence);
    }
}
