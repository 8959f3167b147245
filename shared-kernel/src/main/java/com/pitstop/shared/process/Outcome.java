package com.pitstop.shared.process;

/** How a participant answers. In events it goes by its name. */
public enum Outcome {

    /** Done, undone, or had been done: what was asked for is so. */
    COMPLETED,

    /** A rule forbids it, and trying again will not help. */
    REFUSED,

    /** Not now. */
    FAILED_FOR_NOW,

    /** Later, as the participant says; no attempt is used up. */
    DELAYED,

    /** Done, and with it the whole slip: what is left of the itinerary is not needed. A success. */
    TERMINATED,

    /** Done, and what is left of the itinerary is another now. */
    REVISED,

    /** To the question what became of a step: nothing. */
    NOT_DONE
}
