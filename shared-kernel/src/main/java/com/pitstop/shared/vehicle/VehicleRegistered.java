package com.pitstop.shared.vehicle;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A vehicle came into the care of the garage, for the first time or again. Its owner is a customer. */
@Revision("1")
public record VehicleRegistered(String licenseNumber, String brand, String type, UUID ownerId) {}
