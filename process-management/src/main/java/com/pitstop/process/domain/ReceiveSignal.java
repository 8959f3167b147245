package com.pitstop.process.domain;

import java.util.Map;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Hands over something that came from outside.
 *
 * @param data with what a waiting step said, or part of that, it is for this step alone; otherwise for whichever waits
 */
public record ReceiveSignal(@TargetAggregateIdentifier RoutingSlipId slipId, String signal, Map<String, Object> data) {
    public ReceiveSignal {
        data = Map.copyOf(data);
    }
}
