package com.pitstop.process.vehicles;

import java.util.Optional;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.shared.vehicle.Ownership;

/** Knows whose a vehicle is, by its own events. */
@Component
public class VehicleOwners {

    private final EventStore eventStore;

    VehicleOwners(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** Empty for a vehicle that is not registered now. */
    public Optional<UUID> of(String licenseNumber) {
        return Ownership.after(PastEvents.of(eventStore, "vehicle:" + licenseNumber));
    }
}
