package com.pitstop.process.domain;

import java.util.Map;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a step for done, or for undone, since somebody has seen to it.
 *
 * @param data what was made, plain values
 * @param reason for the record
 */
public record CompleteStep(
        @TargetAggregateIdentifier RoutingSlipId slipId, String step, Map<String, Object> data, String reason) {
    public CompleteStep {
        data = Map.copyOf(data);
    }
}
