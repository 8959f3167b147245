package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * An operator has brought it to an end.
 */
@Revision("1")
public record RoutingSlipResolved(UUID trackingNumber, String reason) {}
