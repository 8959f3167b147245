package com.pitstop.workshop.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;

/** The jobs of one day and the rules between them. Immutable, and unaware of Axon. */
record DaySchedule(Map<UUID, Job> jobs) {

    static final DaySchedule EMPTY = new DaySchedule(Map.of());

    DaySchedule {
        jobs = Map.copyOf(jobs);
    }

    boolean knows(UUID jobId) {
        return jobs.containsKey(jobId);
    }

    DaySchedule plan(UUID jobId, Job job) {
        var changed = new HashMap<>(jobs);
        changed.put(jobId, job);
        return new DaySchedule(changed);
    }

    /** Of a job that is not on this day there is nothing to change. */
    DaySchedule change(UUID jobId, UnaryOperator<Job> change) {
        var changed = new HashMap<>(jobs);
        changed.computeIfPresent(jobId, (id, job) -> change.apply(job));
        return new DaySchedule(changed);
    }

    DaySchedule without(UUID jobId) {
        var changed = new HashMap<>(jobs);
        changed.remove(jobId);
        return new DaySchedule(changed);
    }

    Job requirePlanned(UUID jobId) {
        var job = jobs.get(jobId);
        if (job == null) {
            throw new NotFoundException("job-planned", "No job %s is planned on this day".formatted(jobId));
        }
        return job;
    }

    void requireSameVehicle(UUID jobId, String licenseNumber) {
        if (!requirePlanned(jobId).licenseNumber().equals(licenseNumber)) {
            throw new RuleViolatedException("job-planned", "Job %s is planned for another vehicle".formatted(jobId));
        }
    }

    void requireFreeVehicle(String licenseNumber, Timeslot timeslot) {
        if (!isFreeFor(licenseNumber, timeslot)) {
            throw new RuleViolatedException(
                    "one-job-per-vehicle", "Vehicle %s is already being worked on".formatted(licenseNumber));
        }
    }

    void requireFreeWorkstation(Timeslot timeslot, int workstations) {
        if (!hasFreeWorkstation(timeslot, workstations)) {
            throw new RuleViolatedException(
                    "workstation-available",
                    "All workstations are taken at some moment between %s and %s"
                            .formatted(timeslot.start(), timeslot.end()));
        }
    }

    boolean isFreeFor(String licenseNumber, Timeslot timeslot) {
        return overlapping(timeslot).noneMatch(job -> job.licenseNumber().equals(licenseNumber));
    }

    boolean hasFreeWorkstation(Timeslot timeslot, int workstations) {
        var taken = overlapping(timeslot)
                .flatMap(job -> job.occupied().stream())
                .map(timeslot::sharedWith)
                .toList();
        return Timeslot.mostAtOnce(taken) < workstations;
    }

    private Stream<Job> overlapping(Timeslot timeslot) {
        return jobs.values().stream()
                .filter(job -> job.occupied().filter(timeslot::overlaps).isPresent());
    }
}
