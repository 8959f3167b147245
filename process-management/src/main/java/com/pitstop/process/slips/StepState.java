package com.pitstop.process.slips;

/** How far a step has come. */
public enum StepState {
    PENDING,
    RUNNING,
    WAITING_RETRY,
    OUTCOME_UNKNOWN,
    COMPLETED,
    SKIPPED,
    FAILED,
    COMPENSATING,
    COMPENSATED,
    COMPENSATION_FAILED,
    RESOLVED_MANUALLY,
    CANCELLED;

    /** Whether it has begun and is not done. */
    public boolean isOpen() {
        return this == RUNNING || this == WAITING_RETRY || this == OUTCOME_UNKNOWN;
    }

    /** Whether it is being undone, or was to be. */
    public boolean isOfUndo() {
        return this == COMPENSATING || this == COMPENSATED || this == COMPENSATION_FAILED;
    }
}
