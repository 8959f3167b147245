package com.pitstop.process.domain;

import java.util.List;
import java.util.Map;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.process.SlipStep;

/**
 * Begins a piece of work. The itinerary is that of a definition, and valid.
 */
public record StartRoutingSlip(
        @TargetAggregateIdentifier RoutingSlipId slipId,
        String process,
        int version,
        List<SlipStep> itinerary,
        Map<String, Object> variables) {
    public StartRoutingSlip {
        itinerary = List.copyOf(itinerary);
        variables = Map.copyOf(variables);
    }
}
