package com.pitstop.shared.billing;

import java.util.UUID;

/** Who is to pay, as it stands on an invoice. */
public record InvoiceCustomer(UUID customerId, String name, String address, String postalCode, String city) {}
