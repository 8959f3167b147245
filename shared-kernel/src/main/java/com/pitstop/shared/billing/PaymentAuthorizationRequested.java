package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The garage decided to ask the provider to set an amount aside on a customer's card.
 *
 * @param invoiceNumber of the invoice that is paid, empty when it is for none
 * @param currency ISO 4217
 * @param card what the provider's page calls the card; never its number
 * @param captureAtOnce whether to take the amount as soon as it is set aside
 */
@Revision("1")
public record PaymentAuthorizationRequested(
        UUID paymentId,
        UUID customerId,
        String invoiceNumber,
        BigDecimal amount,
        String currency,
        String card,
        boolean captureAtOnce) {}
