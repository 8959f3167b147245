package com.pitstop.shared.billing;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** What was set aside for no invoice pays this one, as soon as it is captured. */
@Revision("1")
public record PaymentAssigned(UUID paymentId, String invoiceNumber) {}
