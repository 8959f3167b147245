package com.pitstop.process.vehicles;

import java.util.Optional;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;

/** Knows whose a vehicle is, by its own events. */
@Component
public class VehicleOwners {

    private final EventStore eventStore;

    VehicleOwners(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** Empty for a vehicle that is not registered now. */
    public Optional<UUID> of(String licenseNumber) {
        return eventStore
                .readEvents("vehicle:" + licenseNumber, 0)
                .asStream()
                .map(Message::getPayload)
                .<Optional<UUID>>reduce(Optional.empty(), VehicleOwners::after, (earlier, later) -> later);
    }

    private static Optional<UUID> after(Optional<UUID> owner, Object event) {
        if (event instanceof VehicleRegistered registered) {
            return Optional.of(registered.ownerId());
        }
        if (event instanceof VehicleTransferred transferred) {
            return Optional.of(transferred.ownerId());
        }
        return event instanceof VehicleUnregistered ? Optional.empty() : owner;
    }
}
