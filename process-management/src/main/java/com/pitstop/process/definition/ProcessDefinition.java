package com.pitstop.process.definition;

import java.util.List;
import java.util.Map;

import com.pitstop.shared.process.SlipStep;

/**
 * A kind of work that takes several contexts.
 *
 * @param calledOffBy what ends it as a success: {@code vehicle-sold}, or nothing when it is empty
 * @param intake what a request may say, as paths such as {@code customer.email}
 * @param variables what is set on the way, beside what the activities answer
 */
public record ProcessDefinition(
        String name,
        int version,
        String calledOffBy,
        List<String> intake,
        List<String> variables,
        List<StepDefinition> steps) {

    private static final String VEHICLE_SOLD = "vehicle-sold";

    public ProcessDefinition {
        intake = List.copyOf(intake);
        variables = List.copyOf(variables);
        steps = List.copyOf(steps);
    }

    /** The name and the version, as in {@code repair-order@1}. */
    public String id() {
        return name + "@" + version;
    }

    /** Whether it is for the owner of a vehicle, and for nobody when that is sold. */
    public boolean isCalledOffWhenVehicleIsSold() {
        return calledOffBy.equals(VEHICLE_SOLD);
    }

    boolean isCalledOffBySomethingUnknown() {
        return !calledOffBy.isEmpty() && !isCalledOffWhenVehicleIsSold();
    }

    /** What is to be done for a request with these variables. */
    public List<SlipStep> itinerary(Map<String, Object> request) {
        return new Itinerary(intake, request).of(steps);
    }

    /** A picture of its steps, in the language of Mermaid. */
    public String flowchart() {
        return Flowchart.of(steps);
    }

    /** The names of its steps in their order. */
    public List<String> stepNames() {
        return steps.stream().map(StepDefinition::name).toList();
    }
}
