package com.pitstop.parts.domain;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reports what a job took, which is never refused: it is in the vehicle already. What was kept under the job's id goes
 * first, and what is left of that is free again.
 *
 * @param quantity what the job took in all
 */
public record ConsumeParts(@TargetAggregateIdentifier PartId partId, UUID jobId, Quantity quantity) {

    ReservationId reservationId() {
        return new ReservationId(jobId.toString());
    }
}
