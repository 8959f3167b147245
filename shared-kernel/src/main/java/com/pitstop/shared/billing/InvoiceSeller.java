package com.pitstop.shared.billing;

/** The garage as it stands on an invoice. */
public record InvoiceSeller(
        String name,
        String address,
        String postalCode,
        String city,
        String vatNumber,
        String iban,
        String emailAddress) {}
