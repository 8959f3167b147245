package com.pitstop.shared.order;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** The garage will do the repair: parts, money and a place in the workshop are set aside. */
@Revision("1")
public record RepairOrderConfirmed(UUID orderId) {}
