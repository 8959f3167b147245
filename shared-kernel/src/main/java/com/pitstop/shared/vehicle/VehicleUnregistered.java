package com.pitstop.shared.vehicle;

import org.axonframework.serialization.Revision;

/** A vehicle left the care of the garage. The reason is empty when none was given. */
@Revision("1")
public record VehicleUnregistered(String licenseNumber, String reason) {}
