package com.pitstop.customer.web;

import java.util.UUID;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import com.pitstop.customer.domain.ChangeContactDetails;
import com.pitstop.customer.domain.ContactDetails;
import com.pitstop.customer.registry.Customer;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.customer.CustomerId;

record ContactDetailsRequest(
        @Nullable
        @Size(max = ContactDetails.NAME_LIMIT)
        @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
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

    ChangeContactDetails asCommand(UUID customerId) {
        return new ChangeContactDetails(
                new CustomerId(customerId), name, address, postalCode, city, telephoneNumber, emailAddress);
    }

    boolean isShownIn(Customer customer) {
        var changed = new Customer(
                customer.customerId(),
                name == null ? customer.name() : name,
                address,
                postalCode,
                city,
                telephoneNumber,
                emailAddress,
                customer.active());
        return customer.equals(changed);
    }
}
