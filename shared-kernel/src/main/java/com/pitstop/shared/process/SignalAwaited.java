package com.pitstop.shared.process;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The slip waits for something that comes from outside.
 *
 * @param step that waits
 * @param signal what for
 * @param until when it stops waiting
 * @param offer what there is to choose from, plain values
 */
@Revision("1")
public record SignalAwaited(UUID trackingNumber, String step, String signal, Instant until, Map<String, Object> offer) {
    public SignalAwaited {
        offer = Map.copyOf(offer);
    }
}
