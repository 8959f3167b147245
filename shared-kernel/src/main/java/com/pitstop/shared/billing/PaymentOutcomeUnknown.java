package com.pitstop.shared.billing;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The provider gave no answer in all tries: something may be done or not. It is asked again until that is known.
 *
 * @param step AUTHORIZATION, CAPTURE, VOID or REFUND
 * @param requestKey what the provider knows the request by
 */
@Revision("1")
public record PaymentOutcomeUnknown(UUID paymentId, String step, String requestKey) {}
