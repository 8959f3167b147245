package com.pitstop.shared.order;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** The garage will not do the repair. */
@Revision("1")
public record RepairOrderRejected(UUID orderId, String reason) {}
