package com.pitstop.workshop.eventhandler;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;
import com.pitstop.workshop.readmodel.VehicleView;
import com.pitstop.workshop.readmodel.VehicleViewRepository;

/** The workshop's copy of which vehicles there are, and whose. */
@Component("workshopVehicleProjection")
@ProcessingGroup("workshop-vehicles")
class VehicleProjection {

    private static final long FIRST_OF_ITS_STREAM = 0;

    private final VehicleViewRepository vehicles;

    VehicleProjection(VehicleViewRepository vehicles) {
        this.vehicles = vehicles;
    }

    @EventHandler
    void on(VehicleRegistered event, @SequenceNumber long version) {
        if (version > FIRST_OF_ITS_STREAM) {
            known(event.licenseNumber()).registeredAgain(event, version);
        } else {
            vehicles.save(new VehicleView(event, version));
        }
    }

    @EventHandler
    void on(VehicleTransferred event, @SequenceNumber long version) {
        known(event.licenseNumber()).transferred(event, version);
    }

    @EventHandler
    void on(VehicleUnregistered event, @SequenceNumber long version) {
        known(event.licenseNumber()).unregistered(event, version);
    }

    @ResetHandler
    void reset() {
        vehicles.deleteAllInBatch();
    }

    private VehicleView known(String licenseNumber) {
        return vehicles.findById(licenseNumber)
                .orElseThrow(() ->
                        new IllegalStateException("The workshop has no row of vehicle %s".formatted(licenseNumber)));
    }
}
