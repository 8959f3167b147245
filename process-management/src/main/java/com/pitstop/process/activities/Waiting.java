package com.pitstop.process.activities;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;

/** {@code wait}: nothing, so that a step may wait for a signal. It answers with its arguments, which say what for. */
@Component
class Waiting implements Activity {

    @Override
    public String name() {
        return "wait";
    }

    @Override
    public Reply perform(Step step) {
        return Reply.completed(step.arguments());
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
