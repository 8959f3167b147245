package com.pitstop.workshop.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where there is room, for a customer to choose from. What is offered is not kept: who chooses it may be refused all the same.
 *
 * @param taken what is taken of a day, as far as anybody knows
 */
public record FreeSlots(WorkshopCapacity capacity, Function<LocalDate, Collection<Taken>> taken) {

    private static final int DAYS_AHEAD = 60;
    private static final Duration APART = Duration.ofMinutes(15);

    /** A stretch of time for which a vehicle is in the workshop. */
    public record Taken(String licenseNumber, Timeslot timeslot) {}

    /**
     * The next slots in which a vehicle can be worked on, in order of time and beside each other.
     *
     * @param wanted how long they are, and the day from which on to look; what is over is not offered
     * @return fewer than asked for when there are no more in the next 60 days
     */
    public List<Timeslot> next(int most, Timeslot wanted, String licenseNumber) {
        var length = Duration.between(wanted.start(), wanted.end());
        return Stream.iterate(firstDay(wanted), day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(day -> on(day, length, licenseNumber).stream())
                .limit(most)
                .toList();
    }

    private LocalDate firstDay(Timeslot wanted) {
        var today = LocalDate.now(capacity.clock());
        var day = wanted.start().toLocalDate();
        return day.isBefore(today) ? today : day;
    }

    private List<Timeslot> on(LocalDate day, Duration length, String licenseNumber) {
        var slots = new ArrayList<Timeslot>();
        capacity.hoursOn(day).ifPresent(hours -> {
            var schedule = scheduleOf(day);
            var closing = day.atTime(hours.closesAt());
            var start = day.atTime(hours.opensAt());
            while (!start.plus(length).isAfter(closing)) {
                var slot = new Timeslot(start, start.plus(length));
                var free = isFree(slot, licenseNumber, schedule);
                if (free) {
                    slots.add(slot);
                }
                start = free ? slot.end() : start.plus(APART);
            }
        });
        return slots;
    }

    private boolean isFree(Timeslot slot, String licenseNumber, DaySchedule schedule) {
        return slot.start().isAfter(LocalDateTime.now(capacity.clock()))
                && schedule.isFreeFor(licenseNumber, slot)
                && schedule.hasFreeWorkstation(slot, capacity.workstations());
    }

    private DaySchedule scheduleOf(LocalDate day) {
        return new DaySchedule(taken.apply(day).stream()
                .collect(Collectors.toMap(
                        job -> UUID.randomUUID(), job -> Job.planned(job.licenseNumber(), job.timeslot()))));
    }
}
