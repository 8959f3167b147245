package com.pitstop.parts.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks that pieces are kept for somebody.
 *
 * @param untilGivenBack whether they wait for as long as it takes, because somebody will release or consume them for certain
 */
public record ReserveParts(
        @TargetAggregateIdentifier PartId partId,
        ReservationId reservationId,
        Quantity quantity,
        boolean untilGivenBack) {

    /** For as long as the garage usually keeps pieces. */
    public ReserveParts(PartId partId, ReservationId reservationId, Quantity quantity) {
        this(partId, reservationId, quantity, false);
    }
}
