package com.pitstop.process.status;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.slips.Step;
import com.pitstop.process.slips.StepState;

/** A step, as it is shown. What does not apply is null. */
public record StepStatus(
        String name,
        int stage,
        StepState state,
        String participant,
        String activity,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long durationMillis,
        int attempts,
        int maxAttempts,
        @Nullable Instant nextTryAt,
        @Nullable String lastError) {

    static StepStatus of(Step step) {
        return new StepStatus(
                step.name(),
                step.stage(),
                step.state(),
                step.participant(),
                step.activity(),
                step.startedAt(),
                step.endedAt(),
                Durations.of(step),
                step.attempts(),
                step.maxAttempts(),
                step.nextTryAt(),
                step.lastError().isEmpty() ? null : step.lastError());
    }
}
