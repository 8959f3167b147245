package com.pitstop.process.activities;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.process.intake.IntakeRefusedException;
import com.pitstop.process.intake.OnboardingIntake;
import com.pitstop.process.intake.OnboardingRequest;
import com.pitstop.process.vehicles.VehicleOwners;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.RuleViolatedException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code validate-intake}: looks whether an onboarding is as it may be, whoever began it, and against what happened since: that
 * nobody else has the mail address, or one of the vehicles. It answers with the {@code knownCustomerId} of who is one already.
 */
@Component
class ValidatingIntake implements Activity {

    private static final JsonMapper JSON = new JsonMapper();

    private final OnboardingIntake intake;
    private final VehicleOwners owners;

    ValidatingIntake(OnboardingIntake intake, VehicleOwners owners) {
        this.intake = intake;
        this.owners = owners;
    }

    @Override
    public String name() {
        return "validate-intake";
    }

    @Override
    public Reply perform(Step step) {
        var request = request(step);
        requireFit(request);
        var known = intake.knownAs(request);
        request.licenseNumbers().forEach(vehicle -> requireFree(vehicle, known.orElse(null)));
        return Reply.completed(
                Map.of(),
                known.<Map<String, Object>>map(customer -> Map.of("knownCustomerId", customer.toString()))
                        .orElseGet(Map::of));
    }

    @Override
    public Reply undo(Step step) {
        return Reply.undone(false);
    }

    @Override
    public Reply outcome(Step step) {
        return perform(step);
    }

    private static OnboardingRequest request(Step step) {
        try {
            return JSON.convertValue(step.arguments(), OnboardingRequest.class);
        } catch (JacksonException e) {
            throw new InvalidValueException("step-argument", "The arguments are not those of an onboarding");
        }
    }

    private void requireFit(OnboardingRequest request) {
        try {
            intake.variables(request);
        } catch (IntakeRefusedException refused) {
            throw new RuleViolatedException(
                    "intake-refused",
                    refused.errors().stream()
                            .map(error -> error.field() + " " + error.message())
                            .collect(Collectors.joining("; ")));
        }
    }

    private void requireFree(String licenseNumber, @Nullable UUID customer) {
        var owner = owners.of(licenseNumber);
        if (owner.isPresent() && !owner.get().equals(customer)) {
            throw new RuleViolatedException(
                    "license-number-free", "Vehicle %s is another customer's".formatted(licenseNumber));
        }
    }
}
