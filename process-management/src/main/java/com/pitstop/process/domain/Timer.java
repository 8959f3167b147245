package com.pitstop.process.domain;

import java.time.Instant;
import java.util.Locale;

/** When something is to happen, and to which step. */
record Timer(Purpose purpose, String step, Instant dueAt) {

    enum Purpose {
        /** The participant has not answered. */
        TIMEOUT,
        RETRY,
        SIGNAL;

        static Purpose of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** As events say it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
