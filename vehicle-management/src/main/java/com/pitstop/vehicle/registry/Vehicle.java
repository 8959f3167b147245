package com.pitstop.vehicle.registry;

import java.util.UUID;

/** A vehicle as it is now. Not registered once it left the care of the garage; the owner is then its last one. */
public record Vehicle(String licenseNumber, String brand, String type, UUID ownerId, boolean registered) {}
