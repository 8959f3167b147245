package com.pitstop.process.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

import com.pitstop.chassis.calendar.WorkingDays;
import com.pitstop.process.domain.Deadlines;

/** Of a garage that is closed on Sundays, for tests. */
public final class DeadlinesOfTheGarage {

    private DeadlinesOfTheGarage() {}

    public static Deadlines deadlines() {
        return new GarageDeadlines(
                Clock.system(ZoneId.of("Europe/Amsterdam")),
                new WorkingDays(EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)), Set.of()));
    }
}
