package com.pitstop.parts.domain.delivery;

import java.util.UUID;

/** A delivery. Reads {@code delivery:<uuid>}: the name of the delivery's stream of events. */
public record DeliveryId(UUID value) {

    @Override
    public String toString() {
        return "delivery:" + value;
    }
}
