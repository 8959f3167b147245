package com.pitstop.shared.vehicle;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A vehicle changed hands. */
@Revision("1")
public record VehicleTransferred(String licenseNumber, UUID previousOwnerId, UUID ownerId) {}
