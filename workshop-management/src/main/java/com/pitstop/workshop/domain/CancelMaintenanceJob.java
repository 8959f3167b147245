package com.pitstop.workshop.domain;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives a place in the workshop back.
 *
 * @param reason up to 200 characters
 */
public record CancelMaintenanceJob(
        @TargetAggregateIdentifier WorkshopPlanningId planningId, UUID jobId, String reason) {}
