package com.pitstop.shared.billing;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The provider sets the amount aside once the customer confirms it.
 *
 * @param confirmationUrl where the customer does that
 */
@Revision("1")
public record PaymentAwaitingCustomer(UUID paymentId, String confirmationUrl) {}
