package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The provider set the amount aside.
 *
 * @param currency ISO 4217
 */
@Revision("1")
public record PaymentAuthorized(UUID paymentId, BigDecimal amount, String currency) {}
