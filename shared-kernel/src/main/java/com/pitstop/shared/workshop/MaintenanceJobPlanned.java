package com.pitstop.shared.workshop;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A job was given a place in the workshop. Times are local to the garage. */
@Revision("1")
public record MaintenanceJobPlanned(
        LocalDate day,
        UUID jobId,
        LocalDateTime start,
        LocalDateTime end,
        UUID customerId,
        String licenseNumber,
        String description) {}
