package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * It goes on.
 */
@Revision("1")
public record RoutingSlipResumed(UUID trackingNumber, String reason) {}
