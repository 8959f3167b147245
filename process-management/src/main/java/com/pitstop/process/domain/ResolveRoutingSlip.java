package com.pitstop.process.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the whole of it for settled. Its incidents are over.
 *
 * @param reason for the record
 */
public record ResolveRoutingSlip(@TargetAggregateIdentifier RoutingSlipId slipId, String reason) {}
