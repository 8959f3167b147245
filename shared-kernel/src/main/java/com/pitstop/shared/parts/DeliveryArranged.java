package com.pitstop.shared.parts;

import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A supplier was asked for pieces, and said when to expect them. */
@Revision("1")
public record DeliveryArranged(UUID deliveryId, String sku, int quantity, LocalDate expectedOn) {}
