package com.pitstop.process.activities;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.process.definition.Definitions;
import com.pitstop.shared.process.SlipStep;

/**
 * {@code judge-inspection}: says what follows from the {@code result} of a periodic inspection. One that passed goes on as
 * planned. With defects it goes on with a repair, in the {@code repairSlot} if there is one; without a result with another
 * inspection, but never with a fourth.
 */
@Component
class JudgingInspection implements Activity {

    private enum Result {
        PASSED,
        DEFECTS,
        INCONCLUSIVE
    }

    private static final int MOST_ROUNDS = 3;

    private final Definitions definitions;

    JudgingInspection(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public String name() {
        return "judge-inspection";
    }

    @Override
    public Reply perform(Step step) {
        return switch (step.oneOf("result", Result.class)) {
            case PASSED -> Reply.completed(Map.of());
            case DEFECTS -> Reply.revised(repairSlot(step), itinerary("inspection-repair"), "There are defects");
            case INCONCLUSIVE -> again(step);
        };
    }

    @Override
    public Reply undo(Step step) {
        return Reply.undone(false);
    }

    @Override
    public Reply outcome(Step step) {
        return perform(step);
    }

    private Reply again(Step step) {
        var round = step.optionalText("round").isEmpty() ? 1 : step.wholeNumber("round");
        if (round >= MOST_ROUNDS) {
            return Reply.refused(
                    "inspection-conclusive",
                    "%d inspections came to no result; somebody has to decide".formatted(round));
        }
        var next = round + 1;
        var rest = itinerary("inspection-again").stream()
                .map(again -> again.as(again.name() + "-" + next, again.stage()))
                .toList();
        return Reply.revised(Map.of("round", next), rest, "The inspection came to no result");
    }

    private static Map<String, Object> repairSlot(Step step) {
        return step.group("repairSlot")
                .map(slot -> Map.<String, Object>of("start", slot.text("start"), "end", slot.text("end")))
                .orElse(Map.of());
    }

    private List<SlipStep> itinerary(String process) {
        return definitions.newest(process).itinerary(Map.of());
    }
}
