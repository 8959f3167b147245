package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Nothing new is begun until further notice.
 */
@Revision("1")
public record RoutingSlipPaused(UUID trackingNumber, String reason) {}
