package com.pitstop.process.domain;

import java.util.Map;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that something a slip waits for will not come.
 *
 * @param data what the step that waits for it said of it, or part of that
 * @param reason why the step has failed
 */
public record DenySignal(
        @TargetAggregateIdentifier RoutingSlipId slipId, String signal, Map<String, Object> data, String reason) {

    public DenySignal {
        data = Map.copyOf(data);
    }
}
