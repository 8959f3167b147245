package com.pitstop.process.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.pitstop.shared.process.SlipStep;

/**
 * Makes an itinerary of a definition and what a request says. Paths into the request are filled in; a plain variable stays a
 * template, since steps and signals may set it on the way.
 */
class Itinerary {

    private final Collection<String> intakeRoots;
    private final Map<String, Object> request;
    private final List<SlipStep> made = new ArrayList<>();
    private int stage;
    private String group = "";

    Itinerary(Collection<String> intake, Map<String, Object> request) {
        this(intake, request, 0);
    }

    /** Continues behind a stage. */
    Itinerary(Collection<String> intake, Map<String, Object> request, int stage) {
        this.stage = stage;
        this.intakeRoots = intake.stream().map(Itinerary::root).collect(Collectors.toSet());
        this.request = request;
    }

    List<SlipStep> of(List<StepDefinition> steps) {
        steps.forEach(this::add);
        return List.copyOf(made);
    }

    private void add(StepDefinition step) {
        var each = step.forEach();
        if (each == null) {
            add(step, step.name(), Map.of());
            return;
        }
        var items = request.get(each.list()) instanceof List<?> list ? list : List.of();
        if (items.isEmpty() && !step.parallel().equals(group)) {
            group = ""; // what stands before and behind is not side by side
        }
        for (var number = 1; number <= items.size(); number++) {
            add(step, step.name() + "-" + number, Map.of(each.item(), items.get(number - 1)));
        }
    }

    private void add(StepDefinition step, String name, Map<String, Object> item) {
        if (step.parallel().isEmpty() || !step.parallel().equals(group)) {
            stage++;
        }
        group = step.parallel();
        made.add(step.onItinerary(name, stage, filled(step.arguments(), item)));
    }

    @SuppressWarnings("unchecked") // a map is filled into a map
    private Map<String, Object> filled(Map<String, Object> arguments, Map<String, Object> item) {
        return (Map<String, Object>) Templates.fill(arguments, path -> known(path, item));
    }

    private Optional<Object> known(String path, Map<String, Object> item) {
        var root = root(path);
        if (item.containsKey(root)) {
            return Optional.of(valueOrNothing(path, item));
        }
        if (!intakeRoots.contains(root)) {
            return Optional.empty();
        }
        var isPlain = root.equals(path);
        return isPlain && request.containsKey(path) ? Optional.empty() : Optional.of(valueOrNothing(path, request));
    }

    private static Object valueOrNothing(String path, Map<String, Object> variables) {
        Object value = variables;
        for (var name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value == null ? Templates.NOTHING : value;
    }

    static String root(String path) {
        return Arrays.stream(path.split("\\.", -1)).findFirst().orElse(path);
    }
}
