package com.pitstop.vehicle.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.OneLine;

/** Says that a vehicle is not safe to drive. */
public record ImmobiliseVehicle(@TargetAggregateIdentifier VehicleId vehicleId, String reason) {

    public static final int REASON_LIMIT = 500;

    public ImmobiliseVehicle {
        OneLine.require("A vehicle's reason to stand still", reason, REASON_LIMIT);
    }
}
