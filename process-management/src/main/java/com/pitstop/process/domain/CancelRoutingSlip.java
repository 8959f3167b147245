package com.pitstop.process.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends the work, and has everything undone that was done so far.
 *
 * @param reason for the record
 */
public record CancelRoutingSlip(@TargetAggregateIdentifier RoutingSlipId slipId, String reason) {}
