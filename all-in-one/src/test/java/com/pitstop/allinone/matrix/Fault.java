package com.pitstop.allinone.matrix;

/** What goes wrong with a step, at the first attempt. */
enum Fault {
    REFUSED("is refused for good"),
    FAILED_FOR_NOW("fails for now, and succeeds then"),
    DONE_IN_SILENCE("is done, and no answer comes"),
    NOT_DONE_IN_SILENCE("is not done, and no answer comes"),
    ANSWERED_TWICE("is answered twice"),
    KILLED_BEFORE("is asked of a participant that is killed before it begins"),
    KILLED_AFTER("is asked of a participant that is killed when it is done and not answered"),
    CANCELLED_BEFORE_ANSWER("is answered after the slip was cancelled");

    final String what;

    Fault(String what) {
        this.what = what;
    }

    /** Whether the slip has to wait in vain for it to show. */
    boolean isSilence() {
        return this == DONE_IN_SILENCE || this == NOT_DONE_IN_SILENCE;
    }

    /** Whether it uses up an attempt. */
    boolean takesAnotherAttempt() {
        return this == FAILED_FOR_NOW || this == NOT_DONE_IN_SILENCE;
    }
}
