package com.pitstop.audit.chain;

/**
 * The first thing about a chain that is not as it was recorded.
 *
 * @param number of the entry
 * @param flaw what was done to it
 */
public record Finding(long number, Flaw flaw) {

    /** What can be done to an entry. */
    public enum Flaw {

        /** It says something else now. */
        CHANGED,

        /** It is gone. */
        REMOVED,

        /** It was never recorded. */
        ADDED,

        /** It stands in another place. */
        MOVED
    }
}
