package com.pitstop.process.domain.order;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that the garage will not do it.
 *
 * @param reason for the customer
 */
public record RejectRepairOrder(@TargetAggregateIdentifier RepairOrderId orderId, String reason) {}
