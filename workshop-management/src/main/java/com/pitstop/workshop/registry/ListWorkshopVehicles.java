package com.pitstop.workshop.registry;

/** Asks for vehicles by license number, some text of which contains the query; answered by a {@link WorkshopVehiclePage}. */
public record ListWorkshopVehicles(String query, int page, int size) {}
