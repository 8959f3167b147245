package com.pitstop.shared.billing;

import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * It was agreed how a customer pays. The address is that of the customer when its parts are empty.
 *
 * @param plan PAY_AS_YOU_GO, SERVICE_PLAN or FLEET
 * @param paymentMethod CARD, DIRECT_DEBIT or INVOICE
 * @param referralCode such as {@code REF-AB12CD34}, empty when there is none
 * @param openedOn by the garage's clock
 * @param trialDays for which nothing is charged, from that day on
 * @param discountPercent off what is charged later
 */
@Revision("2")
public record BillingAccountOpened(
        UUID customerId,
        String plan,
        String paymentMethod,
        String address,
        String postalCode,
        String city,
        String referralCode,
        LocalDate openedOn,
        int trialDays,
        int discountPercent) {}
