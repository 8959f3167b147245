package com.pitstop.workshop.domain;

import java.time.LocalDate;

import com.pitstop.shared.InvalidValueException;

/** The planning of one day. Reads {@code workshop-planning:2026-11-21}: the name of the planning's stream of events. */
public record WorkshopPlanningId(LocalDate day) {

    public WorkshopPlanningId {
        if (day.getYear() < 2000 || day.getYear() > 9999) {
            throw new InvalidValueException(
                    "workshop-day", "A workshop is planned in the years 2000 to 9999, not on %s".formatted(day));
        }
    }

    @Override
    public String toString() {
        return "workshop-planning:" + day;
    }
}
