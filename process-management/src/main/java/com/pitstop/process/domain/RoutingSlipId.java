package com.pitstop.process.domain;

import java.util.UUID;

/** Which routing slip: the tracking number that its client was told. */
public record RoutingSlipId(UUID trackingNumber) {

    /** The name of the slip's stream. */
    @Override
    public String toString() {
        return "routing-slip:" + trackingNumber;
    }
}
