package com.pitstop.parts.domain.delivery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Notes that what was ordered is here, all of it. */
public record ReceiveDelivery(@TargetAggregateIdentifier DeliveryId deliveryId) {}
