package com.pitstop.vehicle.registry;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;

/** Keeps the registry of vehicles in step with what happened to them. */
@Component
@ProcessingGroup("vehicle-registry")
class VehicleProjection {

    private final VehicleViewRepository vehicles;

    VehicleProjection(VehicleViewRepository vehicles) {
        this.vehicles = vehicles;
    }

    @EventHandler
    void on(VehicleRegistered event, @SequenceNumber long version, ReplayStatus replay) {
        if (version > 0) {
            registerAgain(event, version);
            return;
        }
        // A replay begins with an empty table, and rows and position commit together: no need to look.
        if (replay.isReplay() || vehicles.findById(event.licenseNumber()).isEmpty()) {
            vehicles.save(new VehicleView(event, version));
        }
    }

    @EventHandler
    void on(VehicleTransferred event, @SequenceNumber long version) {
        var vehicle = known(event.licenseNumber());
        if (vehicle.isBefore(version)) {
            vehicle.transfer(event, version);
            vehicles.save(vehicle);
        }
    }

    @EventHandler
    void on(VehicleUnregistered event, @SequenceNumber long version) {
        var vehicle = known(event.licenseNumber());
        if (vehicle.isBefore(version)) {
            vehicle.unregister(version);
            vehicles.save(vehicle);
        }
    }

    @ResetHandler
    void reset() {
        vehicles.deleteAllInBatch();
    }

    private void registerAgain(VehicleRegistered event, long version) {
        var vehicle = known(event.licenseNumber());
        if (vehicle.isBefore(version)) {
            vehicle.registerAgain(event, version);
            vehicles.save(vehicle);
        }
    }

    private VehicleView known(String licenseNumber) {
        return vehicles.findById(licenseNumber)
                .orElseThrow(() -> new IllegalStateException(
                        "Vehicle %s changed but is not in the registry".formatted(licenseNumber)));
    }
}
