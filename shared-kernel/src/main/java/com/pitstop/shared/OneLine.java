package com.pitstop.shared;

/** One line of text in any script. Control characters and halves of characters cannot be stored everywhere. */
public final class OneLine {

    public static final String PATTERN = "[^\\p{Cc}\\p{Cs}]*";

    /** What is said of a text that is not, behind the name of its field. */
    public static final String MESSAGE = "must be one line of text";

    private OneLine() {}
}
