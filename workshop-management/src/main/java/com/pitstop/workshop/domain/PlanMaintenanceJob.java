package com.pitstop.workshop.domain;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.vehicle.LicenseNumber;

/**
 * Asks for a place in the workshop.
 *
 * @param description up to 500 characters
 */
public record PlanMaintenanceJob(
        @TargetAggregateIdentifier WorkshopPlanningId planningId,
        UUID jobId,
        Timeslot timeslot,
        CustomerId customerId,
        LicenseNumber licenseNumber,
        String description) {

    public PlanMaintenanceJob {
        timeslot.requireWithin(planningId.day());
    }
}
