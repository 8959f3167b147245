package com.pitstop.shared.billing;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** The provider holds nothing for this payment, and never will. */
@Revision("1")
public record PaymentVoided(UUID paymentId) {}
