package com.pitstop.shared.process;

import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * What is left to do has changed.
 *
 * @param rest takes the place of all steps that had not begun
 */
@Revision("1")
public record ItineraryRevised(UUID trackingNumber, List<SlipStep> rest, String reason) {
    public ItineraryRevised {
        rest = List.copyOf(rest);
    }
}
