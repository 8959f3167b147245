package com.pitstop.process.domain;

/** Which way a slip is going. */
enum Phase {
    FORWARD,
    COMPENSATING,

    /** Everything that could be undone is, and somebody has to see to the rest. */
    STRANDED,
    ENDED
}
