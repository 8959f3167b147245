package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The garage decided to give back an amount that was captured.
 *
 * @param refundId which of the payment's refunds
 * @param currency ISO 4217
 */
@Revision("1")
public record PaymentRefundRequested(UUID paymentId, UUID refundId, BigDecimal amount, String currency) {}
