package com.pitstop.process.activities;

import java.util.Optional;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;

/** Whose vehicles are, by the vehicles' own events. */
@Component
class VehicleOwners {

    private final EventStore eventStore;

    VehicleOwners(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** Empty when it is not registered now. */
    Optional<UUID> find(String licenseNumber) {
        return eventStore
                .readEvents("vehicle:" + licenseNumber, 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
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
