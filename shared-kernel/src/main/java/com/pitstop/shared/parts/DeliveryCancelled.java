package com.pitstop.shared.parts;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** What a supplier was asked for does not come. */
@Revision("1")
public record DeliveryCancelled(UUID deliveryId, String sku, String reason) {}
