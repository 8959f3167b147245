package com.pitstop.vehicle.registry;

import java.util.UUID;

/**
 * A vehicle as it is now. Not registered once it left the care of the garage; the owner is then its last one.
 *
 * @param immobilised whether it is not to be driven, since somebody found it unsafe
 */
public record Vehicle(
        String licenseNumber, String brand, String type, UUID ownerId, boolean registered, boolean immobilised) {}
