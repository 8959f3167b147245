package com.pitstop.process.slips;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which routing slips. What is null does not matter.
 *
 * @param participant that a step is open with
 * @param step that is open
 * @param startedAfter the first moment
 * @param startedBefore the first moment after
 */
public record SlipFilter(
        @Nullable SlipState state,
        @Nullable String process,
        @Nullable String participant,
        @Nullable String step,
        @Nullable String customerId,
        @Nullable String licenseNumber,
        @Nullable Instant startedAfter,
        @Nullable Instant startedBefore) {}
