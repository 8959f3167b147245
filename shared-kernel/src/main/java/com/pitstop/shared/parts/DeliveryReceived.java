package com.pitstop.shared.parts;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** What a supplier was asked for is here. */
@Revision("1")
public record DeliveryReceived(UUID deliveryId, String sku, int quantity) {}
