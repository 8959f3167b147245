package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The rest is not needed: a success.
 */
@Revision("1")
public record RoutingSlipTerminated(UUID trackingNumber, String reason) {}
