package com.pitstop.customer.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import com.pitstop.shared.customer.CustomerId;

/** Asks that a customer is reached differently from now on. A name that is left out stays as it is. */
public record ChangeContactDetails(
        @TargetAggregateIdentifier CustomerId customerId,
        @Nullable String name,
        String address,
        String postalCode,
        String city,
        String telephoneNumber,
        String emailAddress) {

    ContactDetails contactDetails(String nameSoFar) {
        return new ContactDetails(
                name == null ? nameSoFar : name, address, postalCode, city, telephoneNumber, emailAddress);
    }
}
