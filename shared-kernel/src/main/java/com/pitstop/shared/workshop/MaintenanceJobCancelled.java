package com.pitstop.shared.workshop;

import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A job will not be done. Its place in the workshop is free again. */
@Revision("1")
public record MaintenanceJobCancelled(LocalDate day, UUID jobId, String reason) {}
