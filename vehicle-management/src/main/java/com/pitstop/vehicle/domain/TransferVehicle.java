package com.pitstop.vehicle.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.customer.CustomerId;

/** Asks that a vehicle changes hands. */
public record TransferVehicle(@TargetAggregateIdentifier VehicleId vehicleId, CustomerId newOwner) {}
