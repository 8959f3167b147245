package com.pitstop.process.participants;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked for steps.
 *
 * @param failures how often in a row it failed for now or did not answer
 * @param leftAloneUntil null as long as nothing is wrong
 */
public record Participant(
        String name,
        BreakerState breaker,
        int failures,
        @Nullable Instant leftAloneUntil) {}
