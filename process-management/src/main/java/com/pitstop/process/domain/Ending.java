package com.pitstop.process.domain;

/** What a slip comes to once all is undone. */
enum Ending {
    COMPENSATED,
    CANCELLED,

    /** It was called off, which is nobody's failure. */
    TERMINATED
}
