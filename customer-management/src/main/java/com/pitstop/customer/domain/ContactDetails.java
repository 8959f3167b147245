package com.pitstop.customer.domain;

import com.pitstop.shared.OneLine;

/** How the garage knows and reaches a customer. Every part is given, on one line, within its limit. */
public record ContactDetails(
        String name, String address, String postalCode, String city, String telephoneNumber, String emailAddress) {

    public static final int NAME_LIMIT = 100;
    public static final int ADDRESS_LIMIT = 200;
    public static final int POSTAL_CODE_LIMIT = 20;
    public static final int CITY_LIMIT = 100;
    public static final int TELEPHONE_NUMBER_LIMIT = 30;
    public static final int EMAIL_ADDRESS_LIMIT = 254;

    public ContactDetails {
        OneLine.require("A customer's name", name, NAME_LIMIT);
        OneLine.require("A customer's address", address, ADDRESS_LIMIT);
        OneLine.require("A customer's postal code", postalCode, POSTAL_CODE_LIMIT);
        OneLine.require("A customer's city", city, CITY_LIMIT);
        OneLine.require("A customer's telephone number", telephoneNumber, TELEPHONE_NUMBER_LIMIT);
        OneLine.require("A customer's e-mail address", emailAddress, EMAIL_ADDRESS_LIMIT);
    }
}
