package com.pitstop.workshop.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.TreeMap;

import com.pitstop.shared.InvalidValueException;

/**
 * A stretch of workshop time, local to the garage. Half-open: a slot that ends at ten leaves ten o'clock free. Kept to
 * the microsecond, as databases do.
 */
public record Timeslot(LocalDateTime start, LocalDateTime end) {

    static final String WITHIN_ONE_DAY = "within-one-day";

    public Timeslot {
        start = start.truncatedTo(ChronoUnit.MICROS);
        end = end.truncatedTo(ChronoUnit.MICROS);
        if (!start.isBefore(end)) {
            throw new InvalidValueException(
                    WITHIN_ONE_DAY, "A timeslot must start before it ends, but was %s - %s".formatted(start, end));
        }
    }

    public boolean overlaps(Timeslot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Refuses with {@code within-one-day} what does not start and end on the day. */
    public void requireWithin(LocalDate day) {
        if (!start.toLocalDate().equals(day) || !end.toLocalDate().equals(day)) {
            throw new InvalidValueException(
                    WITHIN_ONE_DAY, "A job must start and end on %s, but was %s - %s".formatted(day, start, end));
        }
    }

    /** What this slot and one that overlaps it have in common. */
    Timeslot sharedWith(Timeslot other) {
        return new Timeslot(
                start.isAfter(other.start) ? start : other.start, end.isBefore(other.end) ? end : other.end);
    }

    /** How many of the slots run at the moment when most of them do. */
    static int mostAtOnce(Collection<Timeslot> slots) {
        var changes = new TreeMap<LocalDateTime, Integer>();
        for (var slot : slots) {
            changes.merge(slot.start, 1, Integer::sum);
            changes.merge(slot.end, -1, Integer::sum);
        }
        int running = 0;
        int most = 0;
        for (int change : changes.values()) {
            running += change;
            most = Math.max(most, running);
        }
        return most;
    }
}
