package com.pitstop.process.domain.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.order.OrderedPart;
import com.pitstop.shared.vehicle.LicenseNumber;

/** Asks for a repair. */
public record PlaceRepairOrder(
        @TargetAggregateIdentifier RepairOrderId orderId,
        CustomerId customerId,
        LicenseNumber licenseNumber,
        List<OrderedPart> lines,
        BigDecimal amount,
        Currency currency) {

    public PlaceRepairOrder {
        lines = List.copyOf(lines);
        if (amount.signum() <= 0) {
            throw new InvalidValueException("amount", "A repair costs something, and not %s".formatted(amount));
        }
    }
}
