package com.pitstop.process.domain;

import java.util.Map;

import com.pitstop.shared.process.SlipStep;

/** Entries of itineraries, for tests: a step in its usual form, and what may be special about it. */
record Steps(
        String name,
        int stage,
        String condition,
        Map<String, Object> arguments,
        int maxAttempts,
        boolean undoable,
        boolean pivot,
        boolean tolerated,
        String signal,
        String choice) {

    static final long TIMEOUT = 60_000;

    static Steps step(String name, int stage) {
        return new Steps(name, stage, "", Map.of(), 3, true, false, false, "", "");
    }

    Steps when(String condition) {
        return new Steps(name, stage, condition, arguments, maxAttempts, undoable, pivot, tolerated, signal, choice);
    }

    Steps with(Map<String, Object> arguments) {
        return new Steps(name, stage, condition, arguments, maxAttempts, undoable, pivot, tolerated, signal, choice);
    }

    Steps attempts(int maxAttempts) {
        return new Steps(name, stage, condition, arguments, maxAttempts, undoable, pivot, tolerated, signal, choice);
    }

    Steps notUndoable() {
        return new Steps(name, stage, condition, arguments, maxAttempts, false, pivot, tolerated, signal, choice);
    }

    Steps pivotal() {
        return new Steps(name, stage, condition, arguments, maxAttempts, false, true, tolerated, signal, choice);
    }

    Steps whateverBecomesOfIt() {
        return new Steps(name, stage, condition, arguments, maxAttempts, undoable, pivot, true, signal, choice);
    }

    Steps thenAwaiting(String signal) {
        return new Steps(name, stage, condition, arguments, maxAttempts, undoable, pivot, tolerated, signal, choice);
    }

    Steps orElse(String choice) {
        return new Steps(name, stage, condition, arguments, maxAttempts, undoable, pivot, tolerated, signal, choice);
    }

    SlipStep made() {
        return new SlipStep(
                name,
                stage,
                "garage",
                name,
                condition,
                arguments,
                TIMEOUT,
                maxAttempts,
                1_000,
                2,
                100_000,
                undoable,
                pivot,
                tolerated,
                signal,
                signal.isEmpty() ? "" : "48h",
                choice,
                choice.isEmpty() ? "" : "48h");
    }
}
