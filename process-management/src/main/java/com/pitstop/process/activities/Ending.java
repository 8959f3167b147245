package com.pitstop.process.activities;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;

/** {@code end}: the rest of the itinerary is not needed, for a {@code reason}. */
@Component
class Ending implements Activity {

    @Override
    public String name() {
        return "end";
    }

    @Override
    public Reply perform(Step step) {
        return Reply.terminated(step.text("reason"));
    }

    @Override
    public Reply undo(Step step) {
        return Reply.undone(false);
    }

    @Override
    public Reply outcome(Step step) {
        return perform(step);
    }
}
