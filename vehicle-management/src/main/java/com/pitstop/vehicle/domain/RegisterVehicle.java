package com.pitstop.vehicle.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.OneLine;
import com.pitstop.shared.customer.CustomerId;

/** Asks that a vehicle comes into the care of the garage, for the first time or again. */
public record RegisterVehicle(
        @TargetAggregateIdentifier VehicleId vehicleId, String brand, String type, CustomerId owner) {

    public static final int BRAND_LIMIT = 50;
    public static final int TYPE_LIMIT = 100;

    public RegisterVehicle {
        OneLine.require("A vehicle's brand", brand, BRAND_LIMIT);
        OneLine.require("A vehicle's type", type, TYPE_LIMIT);
    }
}
