package com.pitstop.vehicle.activities;

import java.util.Map;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.vehicle.VehicleImmobilised;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleReleased;
import com.pitstop.vehicle.domain.ImmobiliseVehicle;
import com.pitstop.vehicle.domain.ReleaseVehicle;
import com.pitstop.vehicle.domain.VehicleId;

/**
 * {@code immobilise-vehicle}: says that a vehicle is not to be driven, and why. One that stands still already is as good, is
 * answered with {@code alreadyImmobilised}, and is not released when the step is undone.
 */
@Component
class ImmobilisingVehicle implements Activity {

    private final StepCommands commands;
    private final EventStore eventStore;

    ImmobilisingVehicle(StepCommands commands, EventStore eventStore) {
        this.commands = commands;
        this.eventStore = eventStore;
    }

    @Override
    public String name() {
        return "immobilise-vehicle";
    }

    @Override
    public Reply perform(Step step) {
        var command = new ImmobiliseVehicle(vehicle(step), step.text("reason"));
        if (!commands.isDone(step) && isImmobilised(vehicle(step))) {
            return alreadyImmobilised(step);
        }
        commands.perform(step, command);
        return immobilised(step);
    }

    @Override
    public Reply undo(Step step) {
        return commands.undo(step, new ReleaseVehicle(vehicle(step), step.reasonWithin(ReleaseVehicle.REASON_LIMIT)));
    }

    @Override
    public Reply outcome(Step step) {
        if (commands.isDone(step)) {
            return immobilised(step);
        }
        return isImmobilised(vehicle(step)) ? alreadyImmobilised(step) : Reply.notDone();
    }

    /** By the vehicle's own events: its view may not have heard of them yet. */
    private boolean isImmobilised(VehicleId vehicle) {
        return PastEvents.of(eventStore, vehicle)
                .<Boolean>reduce(false, ImmobilisingVehicle::after, (earlier, later) -> later);
    }

    private static boolean after(boolean immobilised, Object event) {
        if (event instanceof VehicleImmobilised) {
            return true;
        }
        return immobilised && !(event instanceof VehicleReleased) && !(event instanceof VehicleRegistered);
    }

    private static Reply immobilised(Step step) {
        return Reply.completed(Map.of("licenseNumber", licenseNumber(step)));
    }

    private static Reply alreadyImmobilised(Step step) {
        return Reply.completed(Map.of("licenseNumber", licenseNumber(step), "alreadyImmobilised", true));
    }

    private static VehicleId vehicle(Step step) {
        return new VehicleId(new LicenseNumber(step.text("licenseNumber")));
    }

    private static String licenseNumber(Step step) {
        return vehicle(step).licenseNumber().value();
    }
}
