package com.pitstop.workshop.domain;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reports work as done.
 *
 * @param timeslot when the vehicle was really worked on
 * @param notes up to 2,000 characters, empty when there is nothing to say
 */
public record FinishMaintenanceJob(
        @TargetAggregateIdentifier WorkshopPlanningId planningId,
        UUID jobId,
        Timeslot timeslot,
        String notes,
        UsedParts parts) {

    public FinishMaintenanceJob {
        timeslot.requireWithin(planningId.day());
    }
}
