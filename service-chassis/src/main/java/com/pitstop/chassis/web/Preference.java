package com.pitstop.chassis.web;

import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** How long a client wants to wait for the read model: {@code Prefer: wait=2} (RFC 7240). */
final class Preference {

    /** A request holds a thread while it waits. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Pattern WAIT =
            Pattern.compile("(?i)(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])");

    private Preference() {}

    /** Zero when the client has no such wish. What cannot be read is ignored, as the RFC asks. */
    static Duration wait(@Nullable String header) {
        var wait = WAIT.matcher(header == null ? "" : header);
        if (!wait.find()) {
            return Duration.ZERO;
        }
        var seconds = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return seconds.compareTo(LONGEST) > 0 ? LONGEST : seconds;
    }
}
