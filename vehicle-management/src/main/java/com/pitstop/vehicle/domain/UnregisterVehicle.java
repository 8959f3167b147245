package com.pitstop.vehicle.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.OneLine;

/** Asks that a vehicle leaves the care of the garage. The reason is empty when there is none to tell. */
public record UnregisterVehicle(@TargetAggregateIdentifier VehicleId vehicleId, String reason) {

    public static final int REASON_LIMIT = 200;

    public UnregisterVehicle {
        OneLine.requireAtMost("A vehicle's reason to leave", reason, REASON_LIMIT);
    }
}
