package com.pitstop.process.status;

/** Whether somebody has to do something about a slip. */
public enum Health {
    HEALTHY,
    /** Something went wrong, and it is being tried again or undone. */
    RECOVERING,
    /** It does not go on of itself. */
    BLOCKED
}
