package com.pitstop.notification.jobs;

import java.time.LocalDateTime;
import java.util.UUID;

/** A job as it is planned. Times are local to the garage. */
public record Job(
        UUID jobId, UUID customerId, String licenseNumber, String description, LocalDateTime start, LocalDateTime end) {

    public Job movedTo(LocalDateTime newStart, LocalDateTime newEnd) {
        return new Job(jobId, customerId, licenseNumber, description, newStart, newEnd);
    }
}
