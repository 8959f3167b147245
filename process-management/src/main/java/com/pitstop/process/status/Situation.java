package com.pitstop.process.status;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.pitstop.process.slips.Incident;
import com.pitstop.process.slips.Signal;
import com.pitstop.process.slips.Slip;
import com.pitstop.process.slips.SlipState;
import com.pitstop.process.slips.Step;
import com.pitstop.process.slips.StepState;
import com.pitstop.process.slips.Timer;

/** All there is to know about a routing slip at a moment. */
record Situation(
        Slip slip, List<Step> steps, List<Timer> timers, List<Signal> signals, List<Incident> incidents, Clock clock) {

    List<Step> in(StepState... states) {
        var wanted = List.of(states);
        return steps.stream().filter(step -> wanted.contains(step.state())).toList();
    }

    boolean isPastPivot() {
        return in(StepState.COMPLETED).stream().anyMatch(Step::pivot);
    }

    /** Those that were done, the last first. */
    List<Step> done() {
        return in(StepState.COMPLETED).stream()
                .sorted(Comparator.comparing(Situation::completion).reversed())
                .toList();
    }

    /** Those of the next stage, once what is running is done. */
    List<String> next() {
        var pending = slip.state().isOver() ? List.<Step>of() : in(StepState.PENDING);
        var stage = pending.stream().mapToInt(Step::stage).min().orElse(0);
        return names(pending.stream().filter(step -> step.stage() == stage).toList());
    }

    ProcessStatus.Compensation compensation() {
        var undoes = slip.state() == SlipState.COMPENSATING || slip.state() == SlipState.COMPENSATION_FAILED;
        var waiting = done().stream().filter(step -> undoes && step.undoable());
        return new ProcessStatus.Compensation(
                names(in(StepState.COMPENSATED)),
                names(Stream.concat(in(StepState.COMPENSATING).stream(), waiting)
                        .toList()),
                names(in(StepState.COMPENSATION_FAILED)));
    }

    Duration duration() {
        var end = slip.endedAt();
        return Duration.between(slip.startedAt(), end == null ? clock.instant() : end);
    }

    static List<String> names(List<Step> steps) {
        return steps.stream().map(Step::name).toList();
    }

    private static long completion(Step step) {
        var completion = step.completion();
        return completion == null ? -1 : completion;
    }
}
