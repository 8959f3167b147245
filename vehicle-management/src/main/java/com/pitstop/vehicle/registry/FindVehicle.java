package com.pitstop.vehicle.registry;

/** Which vehicle has this license number? In upper case. */
public record FindVehicle(String licenseNumber) {}
