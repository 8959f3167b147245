package com.pitstop.shared.vehicle;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Whose a vehicle is, told by its events. */
public final class Ownership {

    private Ownership() {}

    /**
     * The id of the customer who owns a vehicle after these.
     *
     * @param events payloads of events of one vehicle, from the first on
     * @return empty for a vehicle that is not registered, or not any more
     */
    public static Optional<UUID> after(Stream<?> events) {
        return events.<Optional<UUID>>reduce(Optional.empty(), Ownership::after, (earlier, later) -> later);
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
