package com.pitstop.parts.domain.delivery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.OneLine;

/** Notes that what was ordered does not come. */
public record CancelDelivery(@TargetAggregateIdentifier DeliveryId deliveryId, String reason) {

    public static final int REASON_LIMIT = 200;

    public CancelDelivery {
        OneLine.require("A reason", reason, REASON_LIMIT);
    }
}
