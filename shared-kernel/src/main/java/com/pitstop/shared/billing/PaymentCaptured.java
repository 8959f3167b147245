package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The provider took the amount from the customer.
 *
 * @param invoiceNumber of the invoice that is paid, empty when it is for none
 * @param currency ISO 4217
 */
@Revision("1")
public record PaymentCaptured(
        UUID paymentId, UUID customerId, String invoiceNumber, BigDecimal amount, String currency) {}
