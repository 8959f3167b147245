package com.pitstop.process.slips;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A step as it stands.
 *
 * @param position on the itinerary, from 0
 * @param startedAt of the first attempt
 * @param askedAt of the last attempt
 * @param endedAt when it was done, failed or skipped
 * @param completion ascends in the order of completion; null for what was not completed
 * @param nextTryAt null when none is to come, or not before its participant is resumed
 * @param unanswered whether nothing came back from the last attempt
 * @param data what its participant made
 */
public record Step(
        String name,
        int position,
        int stage,
        StepState state,
        String participant,
        String activity,
        boolean undoable,
        boolean pivot,
        @Nullable Instant startedAt,
        @Nullable Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable Long completion,
        int attempts,
        int maxAttempts,
        int undoAttempts,
        @Nullable Instant nextTryAt,
        String lastError,
        boolean unanswered,
        Map<String, Object> data) {

    public Step {
        data = Map.copyOf(data);
    }
}
