package com.pitstop.process.definition;

/**
 * Something that comes from outside.
 *
 * @param within how long to wait for it, such as {@code 48h} or {@code 5 working days}
 */
record Awaited(String signal, String within) {

    static final Awaited NOTHING = new Awaited("", "");
}
