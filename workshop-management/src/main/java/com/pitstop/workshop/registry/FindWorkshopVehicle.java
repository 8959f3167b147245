package com.pitstop.workshop.registry;

/** Asks what the workshop knows of a vehicle; answered by a {@link WorkshopVehicle} if it knows any. */
public record FindWorkshopVehicle(String licenseNumber) {}
