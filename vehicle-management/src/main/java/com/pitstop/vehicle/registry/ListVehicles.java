package com.pitstop.vehicle.registry;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which vehicles are these?
 *
 * @param query a text, in any case, somewhere in license number, brand or type; empty for all
 * @param ownerId whose vehicles; null for everybody's
 */
public record ListVehicles(String query, @Nullable UUID ownerId, int page, int size) {}
