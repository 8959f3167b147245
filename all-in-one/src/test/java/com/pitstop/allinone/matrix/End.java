package com.pitstop.allinone.matrix;

/** How a slip ends. */
enum End {
    COMPLETED,
    COMPENSATED,
    CANCELLED,

    /** Past the pivot, with an incident: a person has to see to it. */
    STUCK;

    /** Whether it has done what it was begun for, or at least promised to. */
    boolean isPromised() {
        return this == COMPLETED || this == STUCK;
    }
}
