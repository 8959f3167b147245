package com.pitstop.shared.billing;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** The provider set nothing aside, and will not: the payment is over. */
@Revision("1")
public record PaymentDeclined(UUID paymentId, String reason) {}
