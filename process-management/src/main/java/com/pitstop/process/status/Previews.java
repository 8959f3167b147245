package com.pitstop.process.status;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.pitstop.process.slips.Step;
import com.pitstop.process.slips.StepState;

/** Says what a cancellation would undo. */
final class Previews {

    private Previews() {}

    static CompensationPreview of(Situation now) {
        var why = whyNot(now);
        if (!why.isEmpty()) {
            return new CompensationPreview(false, why, List.of(), List.of(), Map.of());
        }
        var undone = now.done().stream().filter(Step::undoable).toList();
        var asked = now.in(StepState.RUNNING, StepState.OUTCOME_UNKNOWN, StepState.WAITING_RETRY);
        var stays = now.done().stream()
                .filter(step -> !step.undoable())
                .collect(Collectors.toMap(Step::name, step -> "leaves nothing that could be undone"));
        return new CompensationPreview(
                true,
                "%d steps would be undone".formatted(undone.size()),
                Situation.names(undone),
                Situation.names(asked),
                stays);
    }

    private static String whyTooLate(Situation now) {
        if (now.isPastPivot()) {
            return "It has come too far: nothing is undone any more";
        }
        return now.in(StepState.RUNNING, StepState.OUTCOME_UNKNOWN).stream().anyMatch(Step::pivot)
                ? "It may have come too far: nobody has said yet whether its pivot is done"
                : "";
    }

    private static String whyNot(Situation now) {
        return switch (now.slip().state()) {
            case COMPLETED, TERMINATED, COMPENSATED, CANCELLED, RESOLVED_MANUALLY -> "It is over";
            case COMPENSATING, COMPENSATION_FAILED -> "It is being undone already";
            case RUNNING, WAITING_RETRY, WAITING_SIGNAL, PAUSED -> whyTooLate(now);
        };
    }
}
