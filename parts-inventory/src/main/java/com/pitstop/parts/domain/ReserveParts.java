package com.pitstop.parts.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks that pieces are kept for somebody. */
public record ReserveParts(@TargetAggregateIdentifier PartId partId, ReservationId reservationId, Quantity quantity) {}
