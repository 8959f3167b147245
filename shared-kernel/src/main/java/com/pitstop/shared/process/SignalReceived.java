package com.pitstop.shared.process;

import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Something came from outside. What comes before anybody waits for it is kept.
 */
@Revision("1")
public record SignalReceived(UUID trackingNumber, String signal, Map<String, Object> data) {
    public SignalReceived {
        data = Map.copyOf(data);
    }
}
