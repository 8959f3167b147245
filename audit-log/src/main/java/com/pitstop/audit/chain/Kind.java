package com.pitstop.audit.chain;

/** What an entry is about. */
public enum Kind {

    /** Something happened. */
    EVENT,

    /** A command was refused. */
    REFUSED,

    /** A command was accepted, and all was as it asked for. */
    NO_CHANGE
}
