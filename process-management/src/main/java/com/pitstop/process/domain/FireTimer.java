package com.pitstop.process.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that the time has come.
 */
public record FireTimer(@TargetAggregateIdentifier RoutingSlipId slipId, String timerId) {}
