package com.pitstop.process.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Goes on without a step, or without undoing it.
 *
 * @param reason for the record
 */
public record SkipStep(@TargetAggregateIdentifier RoutingSlipId slipId, String step, String reason) {}
