package com.pitstop.process.domain;

import java.util.Map;

import com.pitstop.shared.process.SlipStep;

/**
 * A step of a slip, and how far it is. Immutable.
 *
 * @param requests how often its participant was asked for anything: each request has a number of its own
 * @param used how many attempts came to nothing, of the step or, since it is being undone, of its undo
 * @param open key of the request that an answer is awaited to, empty when none is
 * @param arguments as last asked for
 * @param data what its participant made
 * @param offer what it said when it began to wait for a signal
 * @param awaited the signal it waits for, empty when it waits for none
 * @param refused whether a rule forbade it, so that there is nothing to undo
 */
record Step(
        SlipStep spec,
        StepState state,
        int requests,
        int used,
        String open,
        Map<String, Object> arguments,
        Map<String, Object> data,
        Map<String, Object> offer,
        String awaited,
        boolean refused) {

    static Step of(SlipStep spec) {
        return new Step(spec, StepState.PENDING, 0, 0, "", Map.of(), Map.of(), Map.of(), "", false);
    }

    String name() {
        return spec.name();
    }

    boolean is(StepState state) {
        return this.state == state;
    }

    /** What a refused step did is nothing; of any other that was asked for it is the participant who knows. */
    boolean mayHaveDoneSomething() {
        return spec.undoable() && requests > 0 && !refused && state != StepState.SKIPPED;
    }

    /** Whether it was asked for, and its participant has not said that it did nothing. */
    boolean mayBeDone() {
        return is(StepState.RUNNING)
                || is(StepState.OUTCOME_UNKNOWN)
                || (is(StepState.WAITING_SIGNAL) && awaited.equals(spec.signal()));
    }

    boolean isTolerated() {
        return state == StepState.FAILED && spec.tolerated();
    }

    boolean isOver() {
        return state.isOver() || isTolerated();
    }

    /** Whether a signal is about what this step waits for, or has waited for, and about nothing else of the kind. */
    boolean isNamedBy(String signal, Map<String, Object> data) {
        return spec.signal().equals(signal)
                && !data.isEmpty()
                && offer.entrySet().containsAll(data.entrySet());
    }

    Step to(StepState state) {
        return new Step(spec, state, requests, used, "", arguments, data, offer, "", refused);
    }

    Step asked(StepState state, String key, Map<String, Object> arguments) {
        return new Step(spec, state, requests + 1, used, key, arguments, data, offer, "", refused);
    }

    Step with(Map<String, Object> data) {
        return new Step(spec, state, requests, used, open, arguments, data, offer, awaited, refused);
    }

    /** With another choice the attempts are counted anew. */
    Step awaiting(String signal, Map<String, Object> offer) {
        return new Step(spec, StepState.WAITING_SIGNAL, requests, 0, "", arguments, offer, offer, signal, refused);
    }

    Step used(int used) {
        return new Step(spec, state, requests, used, open, arguments, data, offer, awaited, refused);
    }

    Step fresh() {
        return new Step(spec, state, requests, 0, open, arguments, data, offer, awaited, false);
    }

    Step refused(boolean byRule) {
        return new Step(spec, state, requests, used, open, arguments, data, offer, awaited, byRule);
    }
}
