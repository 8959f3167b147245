package com.pitstop.process.slips;

/** How far a routing slip has come. */
public enum SlipState {
    RUNNING,
    WAITING_RETRY,
    WAITING_SIGNAL,
    PAUSED,
    COMPENSATING,
    COMPLETED,
    TERMINATED,
    COMPENSATED,
    /** Until somebody has seen to what could not be undone. */
    COMPENSATION_FAILED,
    CANCELLED,
    RESOLVED_MANUALLY;

    /** Whether nothing will happen any more. */
    public boolean isOver() {
        return switch (this) {
            case COMPLETED, TERMINATED, COMPENSATED, CANCELLED, RESOLVED_MANUALLY -> true;
            case RUNNING, WAITING_RETRY, WAITING_SIGNAL, PAUSED, COMPENSATING, COMPENSATION_FAILED -> false;
        };
    }
}
