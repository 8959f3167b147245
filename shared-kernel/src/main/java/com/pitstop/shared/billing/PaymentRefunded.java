package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The provider gave the amount back.
 *
 * @param refundId which of the payment's refunds
 * @param currency ISO 4217
 */
@Revision("1")
public record PaymentRefunded(UUID paymentId, UUID refundId, BigDecimal amount, String currency) {}
