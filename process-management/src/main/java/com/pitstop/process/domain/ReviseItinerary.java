package com.pitstop.process.domain;

import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.process.SlipStep;

/**
 * Puts other steps in the place of all that have not begun.
 *
 * @param reason for the record
 */
public record ReviseItinerary(@TargetAggregateIdentifier RoutingSlipId slipId, List<SlipStep> rest, String reason) {
    public ReviseItinerary {
        rest = List.copyOf(rest);
    }
}
