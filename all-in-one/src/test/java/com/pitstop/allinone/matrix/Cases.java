package com.pitstop.allinone.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

import com.pitstop.process.definition.Definitions;
import com.pitstop.process.definition.ProcessDefinition;
import com.pitstop.process.domain.Conditions;
import com.pitstop.process.domain.Failures;
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
    private static final long AT_ONCE = 1_000;

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

    /** Those that such a request leads to, also when steps fail that may. */
    private List<String> stepsOf(ProcessDefinition definition, IntFunction<Map<String, Object>> request) {
        var variables = request.apply(0);
        var itinerary = definition.itinerary(variables);
        return itinerary.stream()
                .filter(step -> conditions.hold(step.condition(), variables)
                        || toFail(step, itinerary, variables).isPresent())
                .map(SlipStep::name)
                .toList();
    }

    /** Without which failing the turn of a step would never come. */
    private Optional<SlipStep> toFail(SlipStep step, List<SlipStep> itinerary, Map<String, Object> variables) {
        return itinerary.stream()
                .filter(SlipStep::tolerated)
                .filter(other -> conditions.hold(other.condition(), variables))
                .filter(other -> !conditions.hold(step.condition(), variables)
                        && conditions.hold(step.condition(), withFailed(other, variables)))
                .findFirst();
    }

    private static Map<String, Object> withFailed(SlipStep step, Map<String, Object> variables) {
        var afterwards = new HashMap<>(variables);
        afterwards.put(Failures.VARIABLE, Map.of(Failures.nameOf(step.name()), true));
        return afterwards;
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
        var defined = definition.itinerary(variables);
        var toFail = toFail(find(name, defined), defined, variables)
                .map(SlipStep::name)
                .orElse("");
        var itinerary = defined.stream()
                .map(step -> step.name().equals(name)
                        ? inAHurry(step, fault)
                        : patient(step, step.name().equals(toFail) ? 1 : step.maxAttempts()))
                .toList();
        var step = find(name, itinerary);
        return new Case(
                made.size() + 1,
                UUID.randomUUID(),
                definition.name(),
                definition.version(),
                variables,
                itinerary,
                step,
                toFail,
                fault);
    }

    private static SlipStep find(String name, List<SlipStep> itinerary) {
        return itinerary.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SlipStep patient(SlipStep step, int attempts) {
        return with(Map.of("timeout", PATIENT, "maxAttempts", attempts), step);
    }

    /** A slow machine is silent as well, and more than once, so the step has attempts to spare. */
    private static SlipStep inAHurry(SlipStep step, Fault fault) {
        var choiceWithin = step.choice().isEmpty() ? "" : "2s";
        return fault.isSilence()
                ? with(Map.of("timeout", IMPATIENT, "maxAttempts", MANY, "firstWait", AT_ONCE), step)
                : with(Map.of("timeout", PATIENT, "choiceWithin", choiceWithin, "firstWait", AT_ONCE), step);
    }

    /** How long it waits, and how often in vain, is the test's own; all else is as the definition says. */
    private static SlipStep with(Map<String, Object> changes, SlipStep step) {
        var fields = JSON.convertValue(step, FIELDS);
        fields.putAll(changes);
        return JSON.convertValue(fields, SlipStep.class);
    }
}
