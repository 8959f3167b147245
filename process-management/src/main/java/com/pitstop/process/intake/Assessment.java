package com.pitstop.process.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What somebody found who had a first look at a vehicle. */
record Assessment(@Nullable String condition, @Nullable String findings) {

    static final int FINDINGS_LIMIT = 400;

    private static final List<String> CONDITIONS = List.of("UNSAFE", "ATTENTION", "FINE");

    void check(Checks checks) {
        checks.require(
                condition != null && CONDITIONS.contains(condition), "condition", "must be one of " + CONDITIONS);
        checks.text("findings", findings, FINDINGS_LIMIT);
    }

    /** Whether somebody said anything. */
    boolean isGiven() {
        return condition != null || findings != null;
    }
}
