package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The garage decided to take an amount that is set aside.
 *
 * @param currency ISO 4217
 */
@Revision("1")
public record PaymentCaptureRequested(UUID paymentId, BigDecimal amount, String currency) {}
