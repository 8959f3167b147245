package com.pitstop.shared.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A customer wants a vehicle repaired. Whether the garage can is not known yet.
 *
 * @param orderId also the tracking number of its routing slip
 * @param amount to be set aside on the customer's card
 * @param currency ISO 4217
 */
@Revision("1")
public record RepairOrderPlaced(
        UUID orderId,
        UUID customerId,
        String licenseNumber,
        List<OrderedPart> lines,
        BigDecimal amount,
        String currency) {

    public RepairOrderPlaced {
        lines = List.copyOf(lines);
    }
}
