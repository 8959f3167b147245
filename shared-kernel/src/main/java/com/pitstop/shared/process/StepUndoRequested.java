package com.pitstop.shared.process;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A participant is asked to undo what it did. When there is nothing to undo, it was undone.
 *
 * @param stepKey of this request: tracking number, step, the word {@code undo} and the number of the attempt, joined by colons
 * @param step name on the itinerary, as in the request that is undone
 * @param attempt of the undo, counted from 1
 * @param arguments what the step was asked for with
 * @param data what it answered
 * @param reason why, for a person
 */
@Revision("1")
public record StepUndoRequested(
        UUID trackingNumber,
        String stepKey,
        String step,
        int attempt,
        String participant,
        String activity,
        Map<String, Object> arguments,
        Map<String, Object> data,
        String reason,
        Instant answerBy) {
    public StepUndoRequested {
        arguments = Map.copyOf(arguments);
        data = Map.copyOf(data);
    }
}
