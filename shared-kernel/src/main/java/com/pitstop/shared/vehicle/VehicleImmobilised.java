package com.pitstop.shared.vehicle;

import org.axonframework.serialization.Revision;

/** A vehicle is not to be driven until it is released. */
@Revision("1")
public record VehicleImmobilised(String licenseNumber, String reason) {}
