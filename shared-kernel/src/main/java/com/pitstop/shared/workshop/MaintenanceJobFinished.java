package com.pitstop.shared.workshop;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The work on a vehicle is done. Start and end are when it was really worked on, local to the garage. Revision 1 did not
 * name the parts.
 *
 * @param parts what went into the vehicle, each kind once
 */
@Revision("2")
public record MaintenanceJobFinished(
        LocalDate day, UUID jobId, LocalDateTime start, LocalDateTime end, String notes, List<UsedPart> parts) {

    public MaintenanceJobFinished {
        parts = List.copyOf(parts);
    }
}
