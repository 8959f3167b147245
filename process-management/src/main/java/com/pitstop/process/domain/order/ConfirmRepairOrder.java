package com.pitstop.process.domain.order;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says that the garage will do it. */
public record ConfirmRepairOrder(@TargetAggregateIdentifier RepairOrderId orderId) {}
