package com.pitstop.shared.workshop;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/** The work on a vehicle is done. Start and end are when it was really worked on, local to the garage. */
@Revision("1")
public record MaintenanceJobFinished(LocalDate day, UUID jobId, LocalDateTime start, LocalDateTime end, String notes) {}
