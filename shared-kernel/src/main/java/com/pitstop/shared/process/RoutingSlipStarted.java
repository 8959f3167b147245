package com.pitstop.shared.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A piece of work that takes several contexts has begun.
 *
 * @param process kebab-case name of the definition it was made from
 * @param version of the definition
 * @param itinerary what is to be done, in order of its stages
 * @param variables plain values, as JSON has them: texts, numbers, booleans, lists and maps of such; amounts of money are texts
 */
@Revision("1")
public record RoutingSlipStarted(
        UUID trackingNumber, String process, int version, List<SlipStep> itinerary, Map<String, Object> variables) {
    public RoutingSlipStarted {
        itinerary = List.copyOf(itinerary);
        variables = Map.copyOf(variables);
    }
}
