package com.pitstop.parts.domain.delivery;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.parts.domain.Quantity;
import com.pitstop.shared.parts.Sku;

/** Notes that a supplier was asked for pieces, and when to expect them. The id is a new one. */
public record ArrangeDelivery(
        @TargetAggregateIdentifier DeliveryId deliveryId, Sku sku, Quantity quantity, LocalDate expectedOn) {}
