package com.pitstop.billing.domain.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reports what the provider said to a request. To what is not open any more, no answer changes anything. */
public record RecordAnswer(@TargetAggregateIdentifier PaymentId paymentId, String requestKey, Answer answer) {}
