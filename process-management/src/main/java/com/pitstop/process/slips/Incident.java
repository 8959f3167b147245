package com.pitstop.process.slips;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Something for a person to see to. Not open any more when it is resolved. */
public record Incident(
        UUID trackingNumber,
        String incidentId,
        String step,
        String kind,
        String message,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolution,
        @Nullable String reason) {}
