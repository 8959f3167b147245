package com.pitstop.customer.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.pitstop.customer.domain.ContactDetails;
import com.pitstop.shared.OneLine;

record CustomerRegistrationRequest(
        @NotBlank @Size(max = ContactDetails.NAME_LIMIT) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
        String name,

        @NotBlank
        @Size(max = ContactDetails.ADDRESS_LIMIT)
        @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
        String address,

        @NotBlank
        @Size(max = ContactDetails.POSTAL_CODE_LIMIT)
        @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
        String postalCode,

        @NotBlank @Size(max = ContactDetails.CITY_LIMIT) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
        String city,

        @NotBlank
        @Size(max = ContactDetails.TELEPHONE_NUMBER_LIMIT)
        @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
        String telephoneNumber,

        @NotBlank
        @Email
        @Size(max = ContactDetails.EMAIL_ADDRESS_LIMIT)
        @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
        String emailAddress) {

    ContactDetails contactDetails() {
        return new ContactDetails(name, address, postalCode, city, telephoneNumber, emailAddress);
    }
}
