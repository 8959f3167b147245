package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * It failed, and all that had been done is undone.
 */
@Revision("1")
public record RoutingSlipCompensated(UUID trackingNumber, String reason) {}
