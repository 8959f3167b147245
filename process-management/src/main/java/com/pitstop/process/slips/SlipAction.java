package com.pitstop.process.slips;

/** What an operator may want of many slips at once. */
public enum SlipAction {
    PAUSE,
    RESUME,
    CANCEL,
    RESOLVE,

    /** Of every step that waits for its next try or for a person. */
    RETRY,

    /** Of every step that waits for its next try or for a person. */
    SKIP;

    /** Whether it is about steps, and not about the slip as a whole. */
    public boolean isOfSteps() {
        return this == RETRY || this == SKIP;
    }
}
