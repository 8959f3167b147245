package com.pitstop.process.activities;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.process.domain.order.ConfirmRepairOrder;

/** {@code confirm-order}: says that the garage will do it. This cannot be undone; before that the order can be rejected. */
@Component
class ConfirmingOrder implements Activity {

    private final StepCommands commands;

    ConfirmingOrder(StepCommands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "confirm-order";
    }

    @Override
    public Reply perform(Step step) {
        commands.perform(step, new ConfirmRepairOrder(PlacingOrder.order(step)));
        return Reply.completed(Map.of());
    }

    @Override
    public Reply undo(Step step) {
        return Reply.undone(false);
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? Reply.completed(Map.of()) : Reply.notDone();
    }
}
