package com.pitstop.billing.domain.account;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.OneLine;

/** Where invoices go. */
public record BillingAddress(String address, String postalCode, String city) {

    public static final int ADDRESS_LIMIT = 200;
    public static final int POSTAL_CODE_LIMIT = 20;
    public static final int CITY_LIMIT = 100;

    /** Where the customer lives. */
    public static final BillingAddress OF_THE_CUSTOMER = new BillingAddress("", "", "");

    public BillingAddress {
        OneLine.requireAtMost("A billing address", address, ADDRESS_LIMIT);
        OneLine.requireAtMost("A billing address's postal code", postalCode, POSTAL_CODE_LIMIT);
        OneLine.requireAtMost("A billing address's city", city, CITY_LIMIT);
        if (address.isBlank() != postalCode.isBlank() || postalCode.isBlank() != city.isBlank()) {
            throw new InvalidValueException(
                    "whole-address", "A billing address has an address, a postal code and a city, or is left out");
        }
    }
}
