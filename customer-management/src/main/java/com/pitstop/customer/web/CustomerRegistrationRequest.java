package com.pitstop.customer.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.pitstop.customer.domain.ContactDetails;
import com.pitstop.customer.domain.Text;

record CustomerRegistrationRequest(
        @NotBlank @Size(max = ContactDetails.NAME_LIMIT) @Pattern(regexp = Text.ONE_LINE, message = ONE_LINE)
        String name,

        @NotBlank @Size(max = ContactDetails.ADDRESS_LIMIT) @Pattern(regexp = Text.ONE_LINE, message = ONE_LINE)
        String address,

        @NotBlank @Size(max = ContactDetails.POSTAL_CODE_LIMIT) @Pattern(regexp = Text.ONE_LINE, message = ONE_LINE)
        String postalCode,

        @NotBlank @Size(max = ContactDetails.CITY_LIMIT) @Pattern(regexp = Text.ONE_LINE, message = ONE_LINE)
        String city,

        @NotBlank
        @Size(max = ContactDetails.TELEPHONE_NUMBER_LIMIT)
        @Pattern(regexp = Text.ONE_LINE, message = ONE_LINE)
        String telephoneNumber,

        @NotBlank
        @Email
        @Size(max = ContactDetails.EMAIL_ADDRESS_LIMIT)
        @Pattern(regexp = Text.ONE_LINE, message = ONE_LINE)
        String emailAddress) {

    static final String ONE_LINE = "must be one line of text";

    ContactDetails contactDetails() {
        return new ContactDetails(name, address, postalCode, city, telephoneNumber, emailAddress);
    }
}
