package com.pitstop.process.domain.order;

import java.util.UUID;

/** Which order: the tracking number of its routing slip. */
public record RepairOrderId(UUID value) {

    /** The name of the order's stream. */
    @Override
    public String toString() {
        return "repair-order:" + value;
    }
}
