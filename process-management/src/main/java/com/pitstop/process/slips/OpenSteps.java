package com.pitstop.process.slips;

import java.util.HashMap;
import java.util.Map;

/** What the open steps of a slip are doing, by their names: what the state of the slip comes from. */
final class OpenSteps {

    static final String WORKING = "working";
    static final String WAITING_RETRY = "waiting-retry";
    private static final String SIGNAL = "signal:";

    private OpenSteps() {}

    static String waitingFor(String signal) {
        return SIGNAL + signal;
    }

    static Map<String, Object> with(Map<String, Object> steps, String step, String doing) {
        var changed = new HashMap<>(steps);
        changed.put(step, doing);
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> steps, String step) {
        var changed = new HashMap<>(steps);
        changed.remove(step);
        return changed;
    }

    static Map<String, Object> received(Map<String, Object> steps, String signal) {
        var changed = new HashMap<>(steps);
        changed.replaceAll((step, doing) -> doing.equals(waitingFor(signal)) ? WORKING : doing);
        return changed;
    }

    /** Running while something runs; waiting when all that is open waits. */
    static SlipState state(Map<String, Object> steps) {
        var doings = steps.values();
        if (doings.isEmpty() || doings.contains(WORKING)) {
            return SlipState.RUNNING;
        }
        return doings.contains(WAITING_RETRY) ? SlipState.WAITING_RETRY : SlipState.WAITING_SIGNAL;
    }
}
