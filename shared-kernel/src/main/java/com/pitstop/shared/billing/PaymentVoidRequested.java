package com.pitstop.shared.billing;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** The garage decided to let go of what is set aside, or may be. */
@Revision("1")
public record PaymentVoidRequested(UUID paymentId) {}
