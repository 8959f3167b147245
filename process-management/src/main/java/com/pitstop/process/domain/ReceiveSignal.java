package com.pitstop.process.domain;

import java.util.Map;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Hands over something that came from outside.
 */
public record ReceiveSignal(@TargetAggregateIdentifier RoutingSlipId slipId, String signal, Map<String, Object> data) {
    public ReceiveSignal {
        data = Map.copyOf(data);
    }
}
