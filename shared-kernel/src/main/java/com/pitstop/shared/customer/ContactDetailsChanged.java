package com.pitstop.shared.customer;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A customer is to be reached differently from now on. Carries all details, also those that stayed the same. */
@Revision("1")
public record ContactDetailsChanged(
        UUID customerId,
        String name,
        String address,
        String postalCode,
        String city,
        String telephoneNumber,
        String emailAddress) {}
