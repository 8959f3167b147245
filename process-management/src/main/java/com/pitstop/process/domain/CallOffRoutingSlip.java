package com.pitstop.process.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends it as a success, since what it was for is gone.
 */
public record CallOffRoutingSlip(@TargetAggregateIdentifier RoutingSlipId slipId, String reason) {}
