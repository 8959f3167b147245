package com.pitstop.process.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Hands over what a participant answered.
 */
public record RecordAnswer(@TargetAggregateIdentifier RoutingSlipId slipId, Answer answer) {}
