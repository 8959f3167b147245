package com.pitstop.notification.texts;

/** What somebody typed, without what mails have no place for. */
public final class Typed {

    private static final String NOT_IN_TEXTS = "[\\p{Cc}\\p{Cs}\ufffe\uffff&&[^\n\t]]";

    /** What would end a line of a mail's head, and begin another one. */
    private static final String NOT_IN_LINES = "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+";

    private Typed() {}

    static String text(String typed) {
        return typed.replaceAll(NOT_IN_TEXTS, " ");
    }

    public static String line(String typed) {
        return typed.replaceAll(NOT_IN_LINES, " ").strip();
    }
}
