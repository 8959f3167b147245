package com.pitstop.workshop.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.pitstop.workshop.domain.WorkshopCapacity;
import com.pitstop.workshop.domain.WorkshopCapacity.Hours;

/** A day as the planning board shows it. A day on which the workshop is closed has no hours. */
public record DayPlan(
        LocalDate day,
        boolean open,
        @Nullable LocalTime opensAt,
        @Nullable LocalTime closesAt,
        int workstations,
        List<PlannedJob> jobs) {

    static DayPlan of(LocalDate day, WorkshopCapacity capacity, List<PlannedJob> jobs) {
        Optional<Hours> hours = capacity.hoursOn(day);
        return new DayPlan(
                day,
                hours.isPresent(),
                hours.map(Hours::opensAt).orElse(null),
                hours.map(Hours::closesAt).orElse(null),
                capacity.workstations(),
                jobs);
    }
}
