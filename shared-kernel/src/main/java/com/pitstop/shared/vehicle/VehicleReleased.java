package com.pitstop.shared.vehicle;

import org.axonframework.serialization.Revision;

/** A vehicle may be driven again. The reason is empty when none was given. */
@Revision("1")
public record VehicleReleased(String licenseNumber, String reason) {}
