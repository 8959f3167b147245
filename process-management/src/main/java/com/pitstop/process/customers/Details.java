package com.pitstop.process.customers;

import java.util.Locale;

/** How a customer is known. What is written large or small in a mail address makes no difference. */
public record Details(
        String name, String address, String postalCode, String city, String telephoneNumber, String emailAddress) {

    public Details {
        emailAddress = emailAddress.toLowerCase(Locale.ROOT);
    }
}
