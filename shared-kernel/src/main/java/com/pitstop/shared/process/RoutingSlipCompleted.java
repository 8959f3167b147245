package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Everything on the itinerary is done or was not needed.
 */
@Revision("1")
public record RoutingSlipCompleted(UUID trackingNumber) {}
