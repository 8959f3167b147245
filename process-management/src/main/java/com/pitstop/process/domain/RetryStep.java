package com.pitstop.process.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tries again what had failed, or its undo.
 *
 * @param reason for the record
 */
public record RetryStep(@TargetAggregateIdentifier RoutingSlipId slipId, String step, String reason) {}
