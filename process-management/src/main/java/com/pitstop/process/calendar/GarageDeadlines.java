package com.pitstop.process.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.calendar.WorkingDays;
import com.pitstop.process.domain.Deadlines;
import com.pitstop.shared.InvalidValueException;

/**
 * Counts by the garage's clock and calendar. Hours, minutes and seconds pass as they do; with days and months it is the same
 * time of day in the garage's time zone, on a later day.
 */
@Component
public class GarageDeadlines implements Deadlines {

    private static final Pattern WITHIN =
            Pattern.compile("([1-9]\\d{0,3})(?:(s|m|h|d)| (working days?|days?|months?))");

    private final Clock clock;
    private final WorkingDays workingDays;

    GarageDeadlines(Clock garageClock, WorkingDays workingDays) {
        this.clock = garageClock;
        this.workingDays = workingDays;
    }

    /** Whether it reads like {@code 90s}, {@code 30m}, {@code 48h}, {@code 7d}, {@code 7 days}, {@code 5 working days} or {@code 12 months}. */
    public static boolean isReadable(String within) {
        return WITHIN.matcher(within).matches();
    }

    @Override
    public Instant after(Instant start, String within) {
        var match = WITHIN.matcher(within);
        if (!match.matches()) {
            throw new InvalidValueException(
                    "deadline", "It reads like 48h, 7 days, 5 working days or 12 months, and not like " + within);
        }
        var number = Integer.parseInt(match.group(1));
        var unit = match.group(2) == null ? match.group(3) : match.group(2);
        return switch (unit.charAt(0)) {
            case 's' -> start.plus(Duration.ofSeconds(number));
            case 'h' -> start.plus(Duration.ofHours(number));
            case 'd' -> sameTimeOn(start, dayOf(start).plusDays(number));
            case 'w' -> sameTimeOn(start, workingDay(dayOf(start), number));
            default ->
                unit.length() == 1
                        ? start.plus(Duration.ofMinutes(number))
                        : sameTimeOn(start, dayOf(start).plus(Period.ofMonths(number)));
        };
    }

    private LocalDate workingDay(LocalDate day, int number) {
        return Stream.iterate(day, workingDays::after).skip(number).findFirst().orElseThrow();
    }

    private LocalDate dayOf(Instant moment) {
        return moment.atZone(clock.getZone()).toLocalDate();
    }

    private Instant sameTimeOn(Instant moment, LocalDate day) {
        return moment.atZone(clock.getZone()).with(day).toInstant();
    }
}
