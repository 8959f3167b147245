package com.pitstop.notification.domain;

import java.util.Locale;

/** A language that mails are written in. */
public enum Language {
    EN(Locale.UK),
    NL(Locale.forLanguageTag("nl-NL"));

    /** The codes, as a regular expression. */
    public static final String PATTERN = "en|nl";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public static Language of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** ISO 639, such as {@code nl}. */
    public String code() {
        return locale.getLanguage();
    }

    /** How dates and amounts are written. */
    public Locale locale() {
        return locale;
    }
}
