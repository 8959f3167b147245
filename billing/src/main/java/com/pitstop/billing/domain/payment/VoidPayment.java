package com.pitstop.billing.domain.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets go of what is set aside, or may be. */
public record VoidPayment(@TargetAggregateIdentifier PaymentId paymentId) {}
