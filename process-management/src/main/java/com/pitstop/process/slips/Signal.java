package com.pitstop.process.slips;

import java.time.Instant;
import java.util.Map;

/** Something that a step waits for, and what there is to choose from. */
public record Signal(String step, String signal, Instant until, Map<String, Object> offer) {

    public Signal {
        offer = Map.copyOf(offer);
    }
}
