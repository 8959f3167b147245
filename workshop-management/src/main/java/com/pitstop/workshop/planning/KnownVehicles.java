package com.pitstop.workshop.planning;

import java.util.Optional;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.Rebuilds;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;
import com.pitstop.workshop.readmodel.VehicleView;
import com.pitstop.workshop.readmodel.VehicleViewRepository;

/**
 * The vehicles that a job may be planned for. While their table is being rebuilt it is half empty, and would refuse
 * vehicles that are well known; then the vehicle's own events tell.
 */
@Component
public class KnownVehicles {

    private static final String PROCESSING_GROUP = "workshop-vehicles";

    private final VehicleViewRepository vehicles;
    private final EventStore eventStore;
    private final Rebuilds rebuilds;

    KnownVehicles(VehicleViewRepository vehicles, EventStore eventStore, Rebuilds rebuilds) {
        this.vehicles = vehicles;
        this.eventStore = eventStore;
        this.rebuilds = rebuilds;
    }

    /**
     * Who owns the vehicle now.
     *
     * @throws RuleViolatedException {@code known-vehicle} when the workshop does not know it, or knows it as unregistered
     */
    public CustomerId requireOwnerOf(LicenseNumber licenseNumber) {
        return requireOwner(licenseNumber, find(licenseNumber));
    }

    /** The same by the vehicle's own events, for those who ask in the moment after it was registered. */
    public CustomerId requireOwnerByEventsOf(LicenseNumber licenseNumber) {
        return requireOwner(licenseNumber, Optional.ofNullable(fold(licenseNumber)));
    }

    private static CustomerId requireOwner(LicenseNumber licenseNumber, Optional<VehicleView> vehicle) {
        return vehicle.filter(VehicleView::registered)
                .map(known -> new CustomerId(known.ownerId()))
                .orElseThrow(() -> new RuleViolatedException(
                        "known-vehicle", "The workshop knows no registered vehicle %s".formatted(licenseNumber)));
    }

    private Optional<VehicleView> find(LicenseNumber licenseNumber) {
        return rebuilds.isRunning(PROCESSING_GROUP)
                ? Optional.ofNullable(fold(licenseNumber))
                : vehicles.findById(licenseNumber.value());
    }

    // Read from the first event on: what a snapshot of the vehicle looks like is not for the workshop to know.
    private @Nullable VehicleView fold(LicenseNumber licenseNumber) {
        VehicleView vehicle = null;
        var events = eventStore.readEvents("vehicle:" + licenseNumber, 0);
        while (events.hasNext()) {
            var event = events.next();
            vehicle = after(vehicle, event.getPayload(), event.getSequenceNumber());
        }
        return vehicle;
    }

    private static @Nullable VehicleView after(@Nullable VehicleView vehicle, Object event, long version) {
        if (vehicle == null) {
            return event instanceof VehicleRegistered registered ? new VehicleView(registered, version) : null;
        }
        if (event instanceof VehicleRegistered registered) {
            vehicle.registeredAgain(registered, version);
        } else if (event instanceof VehicleTransferred transferred) {
            vehicle.transferred(transferred, version);
        } else if (event instanceof VehicleUnregistered unregistered) {
            vehicle.unregistered(unregistered, version);
        }
        return vehicle;
    }
}
