package com.pitstop.process.status;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.slips.Step;

/** How long steps took. */
final class Durations {

    private Durations() {}

    /** In milliseconds; null for what has not begun or not ended. */
    static @Nullable Long of(Step step) {
        var from = step.startedAt();
        var to = step.endedAt();
        return from == null || to == null ? null : Duration.between(from, to).toMillis();
    }

    /** How much longer they would have taken one after the other, stage by stage. */
    static long savedByParallel(List<Step> steps) {
        return steps.stream()
                .filter(step -> of(step) != null)
                .collect(Collectors.groupingBy(Step::stage))
                .values()
                .stream()
                .mapToLong(Durations::savedIn)
                .sum();
    }

    private static long savedIn(List<Step> stage) {
        var alone = stage.stream()
                .mapToLong(step -> Objects.requireNonNull(of(step)))
                .sum();
        return Math.max(0, alone - span(stage));
    }

    private static long span(List<Step> stage) {
        var from = stage.stream().map(Step::startedAt).filter(Objects::nonNull).min(Comparator.naturalOrder());
        var to = stage.stream().map(Step::endedAt).filter(Objects::nonNull).max(Comparator.naturalOrder());
        return Duration.between(from.orElseThrow(), to.orElseThrow()).toMillis();
    }
}
