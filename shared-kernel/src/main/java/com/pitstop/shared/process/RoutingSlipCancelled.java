package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Somebody wished an end, and all that had been done is undone.
 */
@Revision("1")
public record RoutingSlipCancelled(UUID trackingNumber, String reason) {}
