package com.pitstop.process.slips;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A routing slip as it stands.
 *
 * @param endedAt null while it is not over
 * @param reason why it was paused, is undone or has ended, empty when there is nothing to tell
 */
public record Slip(
        UUID trackingNumber,
        String process,
        int version,
        SlipState state,
        @Nullable String customerId,
        @Nullable String licenseNumber,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Object> variables,
        String reason,
        String correlationId) {

    public Slip {
        variables = Map.copyOf(variables);
    }
}
