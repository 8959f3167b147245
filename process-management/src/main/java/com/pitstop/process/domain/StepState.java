package com.pitstop.process.domain;

/** How far a step is. */
enum StepState {
    PENDING,
    RUNNING,
    WAITING_RETRY,
    WAITING_SIGNAL,
    OUTCOME_UNKNOWN,
    COMPLETED,
    SKIPPED,
    FAILED,
    COMPENSATING,
    COMPENSATED,
    COMPENSATION_FAILED,
    RESOLVED_MANUALLY,
    CANCELLED;

    /** Whether the slip may go on to the next stage. */
    boolean isOver() {
        return this == COMPLETED || this == SKIPPED || this == RESOLVED_MANUALLY;
    }
}
