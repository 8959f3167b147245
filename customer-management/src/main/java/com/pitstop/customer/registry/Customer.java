package com.pitstop.customer.registry;

import java.util.UUID;

/** A customer as they are now. Not active once they left the garage. */
public record Customer(
        UUID customerId,
        String name,
        String address,
        String postalCode,
        String city,
        String telephoneNumber,
        String emailAddress,
        boolean active) {}
