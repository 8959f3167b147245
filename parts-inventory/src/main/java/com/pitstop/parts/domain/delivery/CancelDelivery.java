package com.pitstop.parts.domain.delivery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.parts.domain.Text;

/** Notes that what was ordered does not come. */
public record CancelDelivery(@TargetAggregateIdentifier DeliveryId deliveryId, String reason) {

    public static final int REASON_LIMIT = 200;

    public CancelDelivery {
        Text.require("reason", reason, REASON_LIMIT);
    }
}
