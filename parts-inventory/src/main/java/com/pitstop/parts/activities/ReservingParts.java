package com.pitstop.parts.activities;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.ReleaseParts;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.parts.domain.ReserveParts;
import com.pitstop.shared.parts.Sku;

/**
 * {@code reserve-parts}: keeps {@code quantity} pieces of {@code sku}, and answers with the {@code reservationId}: the one that
 * is asked for, such as the id of the job that will take them, or one of the step's own. A slip may wait for days, so they are
 * kept until it gives them back.
 */
@Component
class ReservingParts implements Activity {

    private final StepCommands commands;

    ReservingParts(StepCommands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "reserve-parts";
    }

    @Override
    public Reply perform(Step step) {
        var quantity = new Quantity(step.wholeNumber("quantity"));
        commands.perform(step, new ReserveParts(part(step), reservation(step), quantity, true));
        return reserved(step);
    }

    @Override
    public Reply undo(Step step) {
        return commands.undo(step, new ReleaseParts(part(step), reservation(step)));
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? reserved(step) : Reply.notDone();
    }

    private static Reply reserved(Step step) {
        return Reply.completed(Map.of("reservationId", reservation(step).value()));
    }

    private static PartId part(Step step) {
        return new PartId(new Sku(step.text("sku")));
    }

    private static ReservationId reservation(Step step) {
        return new ReservationId(
                step.optionalText("reservationId").orElseGet(() -> step.id().toString()));
    }
}
