package com.pitstop.vehicle.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.OneLine;

/** Says that a vehicle is safe to drive again. The reason is empty when there is none to tell. */
public record ReleaseVehicle(@TargetAggregateIdentifier VehicleId vehicleId, String reason) {

    public static final int REASON_LIMIT = 500;

    public ReleaseVehicle {
        OneLine.requireAtMost("A vehicle's reason to be released", reason, REASON_LIMIT);
    }
}
