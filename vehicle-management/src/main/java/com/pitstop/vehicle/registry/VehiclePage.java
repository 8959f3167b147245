package com.pitstop.vehicle.registry;

import java.util.List;

/** A page of vehicles, by license number. Pages count from 0. */
public record VehiclePage(List<Vehicle> items, int page, int size, long totalItems, int totalPages) {}
