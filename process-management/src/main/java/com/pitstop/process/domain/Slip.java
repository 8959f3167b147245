package com.pitstop.process.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.process.SlipStep;

/**
 * A routing slip as far as it has come. Immutable, and unaware of Axon; {@link Progress} says what each event makes of
 * it, and {@link Turn} what is to happen next.
 *
 * @param ending what it comes to if it is undone
 * @param steps the itinerary, and how far each step is
 * @param timers what is to happen when, by the id of the timer
 * @param signals what came from outside and was not used yet
 * @param answered keys of the requests that were answered
 * @param incidents what a person has to see to: the step, by the id of the incident
 * @param reason why it is being undone or has ended, empty as long as it goes on
 */
record Slip(
        Phase phase,
        boolean paused,
        Ending ending,
        String reason,
        List<Step> steps,
        Map<String, Object> variables,
        Map<String, Timer> timers,
        Map<String, List<Map<String, Object>>> signals,
        Set<String> answered,
        Map<String, String> incidents) {

    static final Slip NONE = new Slip(
            Phase.FORWARD, false, Ending.COMPENSATED, "", List.of(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of());

    Stream<Step> in(StepState state) {
        return steps.stream().filter(step -> step.is(state));
    }

    Step step(String name) {
        return find(name)
                .orElseThrow(() -> new NotFoundException("step", "There is no step %s on this slip".formatted(name)));
    }

    Optional<Step> find(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    Optional<Step> waitingFor(String stepKey) {
        return steps.stream().filter(step -> step.open().equals(stepKey)).findFirst();
    }

    boolean isPastPivot() {
        return steps.stream().anyMatch(step -> step.spec().pivot() && step.isOver());
    }

    /** Also while nobody knows whether the pivot was done. */
    boolean mayBePastPivot() {
        return isPastPivot() || steps.stream().anyMatch(step -> step.spec().pivot() && step.mayBeDone());
    }

    boolean hasTimer(String step, Timer.Purpose purpose) {
        return timers.values().stream().anyMatch(timer -> timer.step().equals(step) && timer.purpose() == purpose);
    }

    /** The steps whose turn it is: all of the earliest stage that is not over. */
    List<Step> atHand() {
        var stage = steps.stream()
                .filter(step -> !step.isOver())
                .mapToInt(step -> step.spec().stage())
                .min();
        return stage.isEmpty()
                ? List.of()
                : steps.stream()
                        .filter(step -> step.spec().stage() == stage.getAsInt())
                        .toList();
    }

    /** The steps that are to be undone next: all of the last stage that has any. */
    List<Step> undoAtHand() {
        var stage =
                in(StepState.COMPENSATING).mapToInt(step -> step.spec().stage()).max();
        return stage.isEmpty()
                ? List.of()
                : in(StepState.COMPENSATING)
                        .filter(step -> step.spec().stage() == stage.getAsInt())
                        .toList();
    }

    Slip change(String name, UnaryOperator<Step> change) {
        return with(steps.stream()
                .map(step -> step.name().equals(name) ? change.apply(step) : step)
                .toList());
    }

    Slip with(List<Step> steps) {
        return new Slip(phase, paused, ending, reason, steps, variables, timers, signals, answered, incidents);
    }

    Slip set(Map<String, Object> values) {
        var changed = new HashMap<>(variables);
        changed.putAll(values);
        return new Slip(
                phase, paused, ending, reason, steps, Map.copyOf(changed), timers, signals, answered, incidents);
    }

    Slip to(Phase phase, String reason) {
        return new Slip(phase, paused, ending, reason, steps, variables, timers, signals, answered, incidents);
    }

    Slip paused(boolean paused) {
        return new Slip(phase, paused, ending, reason, steps, variables, timers, signals, answered, incidents);
    }

    Slip ending(Ending ending) {
        return new Slip(phase, paused, ending, reason, steps, variables, timers, signals, answered, incidents);
    }

    Slip set(String timerId, Timer timer) {
        var changed = new HashMap<>(timers);
        changed.put(timerId, timer);
        return new Slip(
                phase, paused, ending, reason, steps, variables, Map.copyOf(changed), signals, answered, incidents);
    }

    Slip withoutTimer(String timerId) {
        var changed = new HashMap<>(timers);
        changed.remove(timerId);
        return new Slip(
                phase, paused, ending, reason, steps, variables, Map.copyOf(changed), signals, answered, incidents);
    }

    /** What of this signal came and was not used. */
    List<Map<String, Object>> came(String signal) {
        return signals.getOrDefault(signal, List.of());
    }

    /** What came that this step waits for: what names it, or names nobody. */
    Optional<Map<String, Object>> cameFor(Step step) {
        var signal = step.awaited();
        return came(signal).stream()
                .filter(data -> step.isNamedBy(signal, data) || namesNobody(signal, data))
                .findFirst();
    }

    boolean namesNobody(String signal, Map<String, Object> data) {
        return steps.stream().noneMatch(step -> step.isNamedBy(signal, data));
    }

    /** Of what names nobody the latest counts. */
    Slip keep(String signal, Map<String, Object> data) {
        var kept = new ArrayList<>(came(signal));
        if (namesNobody(signal, data)) {
            kept.removeIf(earlier -> namesNobody(signal, earlier));
        }
        kept.add(data);
        return withSignals(signal, kept);
    }

    Slip use(Step step) {
        var kept = new ArrayList<>(came(step.awaited()));
        cameFor(step).ifPresent(kept::remove);
        return withSignals(step.awaited(), kept);
    }

    private Slip withSignals(String signal, List<Map<String, Object>> kept) {
        var changed = new HashMap<>(signals);
        if (kept.isEmpty()) {
            changed.remove(signal);
        } else {
            changed.put(signal, List.copyOf(kept));
        }
        return new Slip(
                phase, paused, ending, reason, steps, variables, timers, Map.copyOf(changed), answered, incidents);
    }

    Slip answered(String stepKey) {
        var changed = new HashSet<>(answered);
        changed.add(stepKey);
        return new Slip(
                phase, paused, ending, reason, steps, variables, timers, signals, Set.copyOf(changed), incidents);
    }

    Slip open(String incidentId, String step) {
        var changed = new HashMap<>(incidents);
        changed.put(incidentId, step);
        return new Slip(
                phase, paused, ending, reason, steps, variables, timers, signals, answered, Map.copyOf(changed));
    }

    Slip close(String incidentId) {
        var changed = new HashMap<>(incidents);
        changed.remove(incidentId);
        return new Slip(
                phase, paused, ending, reason, steps, variables, timers, signals, answered, Map.copyOf(changed));
    }

    /** Whether these could not come after the steps that have begun, because of their names. */
    boolean clashesWith(List<SlipStep> rest) {
        var names = rest.stream().map(SlipStep::name).distinct().toList();
        return names.size() < rest.size()
                || steps.stream().anyMatch(step -> !step.is(StepState.PENDING) && names.contains(step.name()));
    }

    /** The steps that had begun stay as they are; the new ones come after them. */
    Slip revise(List<Step> rest) {
        var begun = steps.stream().filter(step -> !step.is(StepState.PENDING)).toList();
        var changed = new ArrayList<>(begun);
        changed.addAll(rest);
        return with(List.copyOf(changed));
    }
}
