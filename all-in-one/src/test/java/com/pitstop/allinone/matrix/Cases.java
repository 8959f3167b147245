package com.pitstop.allinone.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

import com.pitstop.process.definition.Definitions;
import com.pitstop.process.definition.ProcessDefinition;
import com.pitstop.process.domain.Conditions;
import com.pitstop.shared.process.SlipStep;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every step of the definitions, and everything that can go wrong with it. A step that is new in a definition is in it. */
final class Cases {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /** Long enough for all cases at once on a machine that has other things to do. */
    private static final long PATIENT = 90_000;

    private static final long IMPATIENT = 5_000;
    private static final int MANY = 20;

    private final Definitions definitions;
    private final Conditions conditions;
    private final List<Case> made = new ArrayList<>();

    Cases(Definitions definitions, Conditions conditions) {
        this.definitions = definitions;
        this.conditions = conditions;
    }

    List<Case> of(Map<String, List<IntFunction<Map<String, Object>>>> requestsByProcess) {
        requestsByProcess.forEach((process, requests) -> add(definitions.newest(process), requests));
        return List.copyOf(made);
    }

    private void add(ProcessDefinition definition, List<IntFunction<Map<String, Object>>> requests) {
        var requestsByStep = new LinkedHashMap<String, IntFunction<Map<String, Object>>>();
        requests.forEach(
                request -> stepsOf(definition, request).forEach(step -> requestsByStep.putIfAbsent(step, request)));
        requireAll(definition, requestsByStep);
        requestsByStep.forEach((step, request) -> {
            for (var fault : Fault.values()) {
                made.add(made(definition, request.apply(made.size() + 1), step, fault));
            }
        });
    }

    /** Those that such a request leads to. */
    private List<String> stepsOf(ProcessDefinition definition, IntFunction<Map<String, Object>> request) {
        var variables = request.apply(0);
        return definition.itinerary(variables).stream()
                .filter(step -> conditions.hold(step.condition(), variables))
                .map(SlipStep::name)
                .toList();
    }

    private static void requireAll(ProcessDefinition definition, Map<String, ?> requestsByStep) {
        definition.stepNames().stream()
                .filter(step -> requestsByStep.keySet().stream().noneMatch(name -> name.matches(step + "(-\\d+)?")))
                .forEach(step -> {
                    throw new IllegalStateException(
                            "No request leads to step %s of %s: add one".formatted(step, definition.id()));
                });
    }

    private Case made(ProcessDefinition definition, Map<String, Object> variables, String name, Fault fault) {
        var itinerary = definition.itinerary(variables).stream()
                .map(step -> step.name().equals(name) ? inAHurry(step, fault) : patient(step))
                .toList();
        var step = itinerary.stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Case(
                made.size() + 1,
                UUID.randomUUID(),
                definition.name(),
                definition.version(),
                variables,
                itinerary,
                step,
                fault);
    }

    private static SlipStep patient(SlipStep step) {
        return with(Map.of("timeout", PATIENT), step);
    }

    /** A slow machine is silent as well, and more than once, so the step has attempts to spare. */
    private static SlipStep inAHurry(SlipStep step, Fault fault) {
        var choiceWithin = step.choice().isEmpty() ? "" : "2s";
        return fault.isSilence()
                ? with(Map.of("timeout", IMPATIENT, "maxAttempts", MANY), step)
                : with(Map.of("timeout", PATIENT, "choiceWithin", choiceWithin), step);
    }

    /** How long it waits, and how often in vain, is the test's own; all else is as the definition says. */
    private static SlipStep with(Map<String, Object> changes, SlipStep step) {
        var fields = JSON.convertValue(step, FIELDS);
        fields.putAll(changes);
        return JSON.convertValue(fields, SlipStep.class);
    }
}
