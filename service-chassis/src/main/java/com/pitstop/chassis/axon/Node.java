package com.pitstop.chassis.axon;

/**
 * This process among those that run the same service.
 *
 * @param name what no other process of the service is called at the same time
 * @param alone whether there can be no other, since the database is embedded
 */
public record Node(String name, boolean alone) {}
