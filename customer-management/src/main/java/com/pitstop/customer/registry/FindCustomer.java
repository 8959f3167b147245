package com.pitstop.customer.registry;

import java.util.UUID;

/** Who is this customer? */
public record FindCustomer(UUID customerId) {}
