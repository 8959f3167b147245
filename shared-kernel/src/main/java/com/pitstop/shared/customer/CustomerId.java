package com.pitstop.shared.customer;

import java.util.UUID;

/** A customer, as every context names one. Reads {@code customer:<uuid>}: the name of the customer's stream of events. */
public record CustomerId(UUID value) {

    @Override
    public String toString() {
        return "customer:" + value;
    }
}
