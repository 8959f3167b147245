package com.pitstop.billing.accounts;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.billing.domain.account.PaymentMethod;
import com.pitstop.billing.domain.account.Plan;

/**
 * What is, or was, agreed with a customer on how to pay.
 *
 * @param billingAddress null when it is that of the customer
 * @param trialEndsOn the day from which on it is charged, null when it was not tried first
 * @param discountPercent off what is charged
 * @param closingReason of one that is closed
 */
public record BillingAccount(
        UUID customerId,
        AccountStatus status,
        Plan plan,
        PaymentMethod paymentMethod,
        @Nullable Address billingAddress,
        @Nullable String referralCode,
        @Nullable LocalDate trialEndsOn,
        int discountPercent,
        @Nullable String closingReason) {

    /** Where invoices go. */
    public record Address(String address, String postalCode, String city) {}
}
