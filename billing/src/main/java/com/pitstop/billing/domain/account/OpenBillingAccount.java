package com.pitstop.billing.domain.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.InvalidValueException;

/** Agrees with a customer on how to pay. To open the same again changes nothing. */
public record OpenBillingAccount(
        @TargetAggregateIdentifier BillingAccountId accountId,
        Plan plan,
        PaymentMethod paymentMethod,
        BillingAddress billingAddress,
        ReferralCode referralCode) {

    public OpenBillingAccount {
        if (paymentMethod == PaymentMethod.INVOICE && plan != Plan.FLEET) {
            throw new InvalidValueException("invoice-for-fleets", "Only fleets pay by invoice");
        }
    }
}
