package com.pitstop.process.slips;

import org.jspecify.annotations.Nullable;

/**
 * Asks which routing slips there are, the newest first; answered by a {@link SlipPage}. Null asks for all.
 *
 * @param participant that a step is open with
 * @param step that is open
 */
public record ListSlips(
        @Nullable SlipState state,
        @Nullable String process,
        @Nullable String participant,
        @Nullable String step,
        @Nullable String customerId,
        @Nullable String licenseNumber,
        int page,
        int size) {}
