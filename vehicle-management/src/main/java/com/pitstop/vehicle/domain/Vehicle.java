package com.pitstop.vehicle.domain;

import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.vehicle.VehicleImmobilised;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleReleased;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** A vehicle that is, or once was, in the care of the garage. It may come and go more than once. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger", cache = "aggregateCache")
@Revision("2")
class Vehicle {

    // A plain value: the shape of license numbers may change, and history must still load.
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private UUID ownerId;

    private boolean registered;

    private boolean immobilised;

    @SuppressWarnings("NullAway.Init")
    Vehicle() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterVehicle command) {
        requireFreeLicenseNumber(command.vehicleId());
        apply(new VehicleRegistered(
                command.vehicleId().licenseNumber().value(),
                command.brand(),
                command.type(),
                command.owner().value()));
    }

    @CommandHandler
    void handle(TransferVehicle command) {
        requireRegistered(command.vehicleId());
        var newOwnerId = command.newOwner().value();
        if (!newOwnerId.equals(ownerId)) {
            apply(new VehicleTransferred(command.vehicleId().licenseNumber().value(), ownerId, newOwnerId));
        }
    }

    @CommandHandler
    void handle(UnregisterVehicle command) {
        if (registered) {
            apply(new VehicleUnregistered(command.vehicleId().licenseNumber().value(), command.reason()));
        }
    }

    @CommandHandler
    void handle(ImmobiliseVehicle command) {
        requireRegistered(command.vehicleId());
        if (!immobilised) {
            apply(new VehicleImmobilised(command.vehicleId().licenseNumber().value(), command.reason()));
        }
    }

    @CommandHandler
    void handle(ReleaseVehicle command) {
        if (immobilised) {
            apply(new VehicleReleased(command.vehicleId().licenseNumber().value(), command.reason()));
        }
    }

    @EventSourcingHandler
    void on(VehicleRegistered event) {
        id = VehicleId.stream(event.licenseNumber());
        ownerId = event.ownerId();
        registered = true;
        immobilised = false;
    }

    @EventSourcingHandler
    void on(VehicleTransferred event) {
        ownerId = event.ownerId();
    }

    @EventSourcingHandler
    void on(VehicleUnregistered event) {
        registered = false;
    }

    @EventSourcingHandler
    void on(VehicleImmobilised event) {
        immobilised = true;
    }

    @EventSourcingHandler
    void on(VehicleReleased event) {
        immobilised = false;
    }

    private void requireFreeLicenseNumber(VehicleId vehicle) {
        if (registered) {
            throw new RuleViolatedException(
                    "license-number-free", "Vehicle %s is already registered".formatted(vehicle.licenseNumber()));
        }
    }

    private void requireRegistered(VehicleId vehicle) {
        if (!registered) {
            throw new RuleViolatedException(
                    "vehicle-registered", "Vehicle %s is not registered any more".formatted(vehicle.licenseNumber()));
        }
    }
}
