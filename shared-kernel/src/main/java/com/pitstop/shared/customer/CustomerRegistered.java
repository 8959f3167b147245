package com.pitstop.shared.customer;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A person became a customer of the garage. */
@Revision("1")
public record CustomerRegistered(
        UUID customerId,
        String name,
        String address,
        String postalCode,
        String city,
        String telephoneNumber,
        String emailAddress) {}
