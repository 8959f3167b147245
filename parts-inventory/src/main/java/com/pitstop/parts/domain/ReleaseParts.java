package com.pitstop.parts.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives back what was kept for somebody. */
public record ReleaseParts(@TargetAggregateIdentifier PartId partId, ReservationId reservationId) {}
