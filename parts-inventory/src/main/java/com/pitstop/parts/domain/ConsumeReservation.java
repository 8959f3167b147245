package com.pitstop.parts.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes from the shelf what was kept for somebody, all of it. */
public record ConsumeReservation(@TargetAggregateIdentifier PartId partId, ReservationId reservationId) {}
