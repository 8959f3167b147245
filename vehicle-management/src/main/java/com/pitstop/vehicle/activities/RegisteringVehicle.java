package com.pitstop.vehicle.activities;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.vehicle.Ownership;
import com.pitstop.vehicle.domain.RegisterVehicle;
import com.pitstop.vehicle.domain.UnregisterVehicle;
import com.pitstop.vehicle.domain.VehicleId;

/**
 * {@code register-vehicle}: takes a vehicle into the care of the garage. One that its owner registered before is as good, is
 * answered with {@code alreadyExists}, and stays when the step is undone.
 */
@Component
class RegisteringVehicle implements Activity {

    private static final String UNDONE = "onboarding-failed";

    private final StepCommands commands;
    private final EventStore eventStore;

    RegisteringVehicle(StepCommands commands, EventStore eventStore) {
        this.commands = commands;
        this.eventStore = eventStore;
    }

    @Override
    public String name() {
        return "register-vehicle";
    }

    @Override
    public Reply perform(Step step) {
        try {
            commands.perform(step, registering(step));
            return registered(step);
        } catch (CommandExecutionException failure) {
            if (isTaken(failure) && isItsOwners(step)) {
                return alreadyRegistered(step);
            }
            throw failure;
        }
    }

    @Override
    public Reply undo(Step step) {
        return commands.undo(step, new UnregisterVehicle(vehicle(step), UNDONE));
    }

    @Override
    public Reply outcome(Step step) {
        if (commands.isDone(step)) {
            return registered(step);
        }
        return isItsOwners(step) ? alreadyRegistered(step) : Reply.notDone();
    }

    private boolean isItsOwners(Step step) {
        return owner(vehicle(step)).filter(step.uuid("ownerId")::equals).isPresent();
    }

    /** By the vehicle's own events: its view may not have heard of them yet. Empty when it is not registered now. */
    private Optional<UUID> owner(VehicleId vehicle) {
        return Ownership.after(PastEvents.of(eventStore, vehicle));
    }

    private static boolean isTaken(CommandExecutionException failure) {
        return Refused.from(failure)
                .filter(refused -> refused.rule().equals("license-number-free"))
                .isPresent();
    }

    private static RegisterVehicle registering(Step step) {
        return new RegisterVehicle(
                vehicle(step), step.text("brand"), step.text("type"), new CustomerId(step.uuid("ownerId")));
    }

    private static Reply registered(Step step) {
        return Reply.completed(Map.of("licenseNumber", licenseNumber(step)));
    }

    private static Reply alreadyRegistered(Step step) {
        return Reply.completed(Map.of("licenseNumber", licenseNumber(step), "alreadyExists", true));
    }

    private static VehicleId vehicle(Step step) {
        return new VehicleId(new LicenseNumber(step.text("licenseNumber")));
    }

    private static String licenseNumber(Step step) {
        return vehicle(step).licenseNumber().value();
    }
}
