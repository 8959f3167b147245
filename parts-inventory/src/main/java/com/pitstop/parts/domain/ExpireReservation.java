package com.pitstop.parts.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks to look whether somebody has let parts wait for too long. */
public record ExpireReservation(@TargetAggregateIdentifier PartId partId, ReservationId reservationId) {}
