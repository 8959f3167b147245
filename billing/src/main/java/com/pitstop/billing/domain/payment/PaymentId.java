package com.pitstop.billing.domain.payment;

import java.util.UUID;

/** One payment. Reads {@code payment:<uuid>}: the name of its stream of events. */
public record PaymentId(UUID value) {

    @Override
    public String toString() {
        return "payment:" + value;
    }
}
