package com.pitstop.shared.process;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A participant is asked to do something.
 *
 * @param stepKey tracking number, step and number of the attempt, joined by colons; names the stream of the answer
 * @param step name on the itinerary. Together with the tracking number it stays the same over all attempts: what a participant
 *     makes takes its id from the two, so that a second attempt makes nothing a second time.
 * @param attempt counted from 1
 * @param arguments plain values
 * @param answerBy when the slip stops waiting
 */
@Revision("1")
public record StepRequested(
        UUID trackingNumber,
        String stepKey,
        String step,
        int attempt,
        String participant,
        String activity,
        Map<String, Object> arguments,
        Instant answerBy) {
    public StepRequested {
        arguments = Map.copyOf(arguments);
    }
}
