package com.pitstop.workshop.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** A day that decides by looking at every single minute. Slow and hard to get wrong. */
class NaiveDay {

    record Entry(String vehicle, int start, int end, boolean open, boolean cancelled) {

        boolean runsAt(int minute) {
            return !cancelled && start <= minute && minute < end;
        }
    }

    private final Map<UUID, Entry> jobs = new HashMap<>();
    private final int workstations;

    NaiveDay(int workstations) {
        this.workstations = workstations;
    }

    /** The rule that refuses this job, if one does. */
    Optional<String> refusal(UUID job, String vehicle, int start, int end) {
        if (IntStream.range(start, end).anyMatch(minute -> runningAt(minute, job, vehicle) > 0)) {
            return Optional.of("one-job-per-vehicle");
        }
        return IntStream.range(start, end).anyMatch(minute -> runningAt(minute, job, "") >= workstations)
                ? Optional.of("workstation-available")
                : Optional.empty();
    }

    void put(UUID job, Entry entry) {
        jobs.put(job, entry);
    }

    Entry get(UUID job) {
        return jobs.get(job);
    }

    boolean neverTooManyAtOnce(int lastMinute) {
        return IntStream.range(0, lastMinute).allMatch(minute -> openAt(minute).count() <= workstations);
    }

    boolean neverTwiceOnAVehicle(int lastMinute) {
        return IntStream.range(0, lastMinute)
                .allMatch(minute -> openAt(minute).count()
                        == openAt(minute).map(Entry::vehicle).distinct().count());
    }

    private java.util.stream.Stream<Entry> openAt(int minute) {
        return jobs.values().stream().filter(Entry::open).filter(entry -> entry.runsAt(minute));
    }

    private long runningAt(int minute, UUID except, String vehicleOrAny) {
        return jobs.entrySet().stream()
                .filter(job -> !job.getKey().equals(except))
                .map(Map.Entry::getValue)
                .filter(entry -> vehicleOrAny.isEmpty() || entry.vehicle().equals(vehicleOrAny))
                .filter(entry -> entry.runsAt(minute))
                .count();
    }
}
