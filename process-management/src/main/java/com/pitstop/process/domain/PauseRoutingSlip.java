package com.pitstop.process.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Begins nothing new until further notice. What has been asked for goes on.
 *
 * @param reason for the record
 */
public record PauseRoutingSlip(@TargetAggregateIdentifier RoutingSlipId slipId, String reason) {}
