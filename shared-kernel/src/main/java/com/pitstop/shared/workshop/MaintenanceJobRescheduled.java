package com.pitstop.shared.workshop;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A job was moved to other hours of its day. Times are local to the garage. */
@Revision("1")
public record MaintenanceJobRescheduled(LocalDate day, UUID jobId, LocalDateTime start, LocalDateTime end) {}
