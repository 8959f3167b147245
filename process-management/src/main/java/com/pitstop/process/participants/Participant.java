package com.pitstop.process.participants;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked for steps.
 *
 * @param breaker whether it is asked, as far as that follows from its answers
 * @param since when that is so, null when it was never otherwise
 * @param failures how often in a row it failed for now or did not answer
 * @param openRequests that it has not answered yet
 * @param leftAloneUntil null as long as nothing is wrong
 * @param pause null unless an operator wished that it is asked for nothing
 */
public record Participant(
        String name,
        BreakerState breaker,
        @Nullable Instant since,
        int failures,
        int openRequests,
        @Nullable Instant leftAloneUntil,
        @Nullable Pause pause) {

    /** Since when and why a participant is asked for nothing. */
    public record Pause(Instant since, String reason) {}

    /** Of whom nobody has ever wanted anything. */
    static Participant unheardOf(String name) {
        return new Participant(name, BreakerState.CLOSED, null, 0, 0, null, null);
    }

    /** Its name in a sentence. */
    public static String spoken(String name) {
        return name.equals("process") ? "process management" : name;
    }
}
