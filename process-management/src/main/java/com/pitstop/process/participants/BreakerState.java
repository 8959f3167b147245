package com.pitstop.process.participants;

/** Whether a participant is asked: yes, not for now, or on probation. */
public enum BreakerState {
    CLOSED,
    OPEN,
    HALF_OPEN
}
