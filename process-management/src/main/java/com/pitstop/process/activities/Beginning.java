package com.pitstop.process.activities;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.process.definition.Definitions;
import com.pitstop.process.domain.CancelRoutingSlip;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.domain.StartRoutingSlip;

/**
 * {@code begin}: begins another {@code process} of the newest version, {@code with} its variables, and answers with its
 * tracking number as {@code begun}. Undone, that is cancelled.
 */
@Component
class Beginning implements Activity {

    private static final int REASON_LIMIT = 200;

    private final StepCommands commands;
    private final Definitions definitions;

    Beginning(StepCommands commands, Definitions definitions) {
        this.commands = commands;
        this.definitions = definitions;
    }

    @Override
    public String name() {
        return "begin";
    }

    @Override
    public Reply perform(Step step) {
        var definition = definitions.newest(step.text("process"));
        var variables = step.group("with").map(Step::arguments).orElse(Map.of());
        commands.perform(
                step,
                new StartRoutingSlip(
                        slip(step),
                        definition.name(),
                        definition.version(),
                        definition.itinerary(variables),
                        variables));
        return begun(step);
    }

    @Override
    public Reply undo(Step step) {
        return commands.undo(step, new CancelRoutingSlip(slip(step), step.reasonWithin(REASON_LIMIT)));
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? begun(step) : Reply.notDone();
    }

    private static Reply begun(Step step) {
        return Reply.completed(Map.of("begun", step.id().toString()));
    }

    private static RoutingSlipId slip(Step step) {
        return new RoutingSlipId(step.id());
    }
}
