package com.pitstop.workshop.domain;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for another place in the workshop, on the same day. */
public record RescheduleMaintenanceJob(
        @TargetAggregateIdentifier WorkshopPlanningId planningId, UUID jobId, Timeslot timeslot) {

    public RescheduleMaintenanceJob {
        timeslot.requireWithin(planningId.day());
    }
}
