package com.pitstop.process.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Goes on after a pause.
 *
 * @param reason for the record
 */
public record ResumeRoutingSlip(@TargetAggregateIdentifier RoutingSlipId slipId, String reason) {}
