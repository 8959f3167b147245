package com.pitstop.shared.billing;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The provider refused to capture, to void or to refund. All is as it was before that was asked for.
 *
 * @param step CAPTURE, VOID or REFUND
 * @param requestKey what the provider knows the request by
 */
@Revision("1")
public record PaymentStepRefused(UUID paymentId, String step, String requestKey, String reason) {}
