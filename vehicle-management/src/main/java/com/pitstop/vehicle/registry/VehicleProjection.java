package com.pitstop.vehicle.registry;

import java.util.function.Consumer;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.vehicle.VehicleImmobilised;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleReleased;
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
    void on(VehicleRegistered event, @SequenceNumber long version) {
        if (version > 0) {
            change(event.licenseNumber(), version, vehicle -> vehicle.registerAgain(event, version));
        } else {
            vehicles.save(new VehicleView(event, version));
        }
    }

    @EventHandler
    void on(VehicleTransferred event, @SequenceNumber long version) {
        change(event.licenseNumber(), version, vehicle -> vehicle.transfer(event, version));
    }

    @EventHandler
    void on(VehicleUnregistered event, @SequenceNumber long version) {
        change(event.licenseNumber(), version, vehicle -> vehicle.unregister(version));
    }

    @EventHandler
    void on(VehicleImmobilised event, @SequenceNumber long version) {
        change(event.licenseNumber(), version, vehicle -> vehicle.immobilise(true, version));
    }

    @EventHandler
    void on(VehicleReleased event, @SequenceNumber long version) {
        change(event.licenseNumber(), version, vehicle -> vehicle.immobilise(false, version));
    }

    @ResetHandler
    void reset() {
        vehicles.deleteAllInBatch();
    }

    private void change(String licenseNumber, long version, Consumer<VehicleView> change) {
        var vehicle = known(licenseNumber);
        if (vehicle.isBefore(version)) {
            change.accept(vehicle);
            vehicles.save(vehicle);
        }
    }

    private VehicleView known(String licenseNumber) {
        return vehicles.findById(licenseNumber)
                .orElseThrow(() -> new IllegalStateException(
                        "Vehicle %s changed but is not in the registry".formatted(licenseNumber)));
    }
}
