package com.pitstop.process.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What came of an action on many processes. */
record ActionReport(long done, long refused, long failed, long left, List<Item> items) {

    /**
     * What came of it for one process.
     *
     * @param step null when it was about the process as a whole
     * @param rule that it was refused by, null when it was not
     * @param detail what to know about it, null when all is well
     */
    record Item(
            UUID trackingNumber,
            @Nullable String step,
            Outcome outcome,
            @Nullable String rule,
            @Nullable String detail) {}

    enum Outcome {
        DONE,

        /** By a rule. */
        REFUSED,

        /** It is not known whether it was done, and may be asked for again. */
        FAILED,

        /** There was no time for it. */
        LEFT
    }

    static ActionReport of(List<Item> items) {
        return new ActionReport(
                count(items, Outcome.DONE),
                count(items, Outcome.REFUSED),
                count(items, Outcome.FAILED),
                count(items, Outcome.LEFT),
                List.copyOf(items));
    }

    private static long count(List<Item> items, Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
