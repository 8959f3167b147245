package com.pitstop.billing.payments;

import java.util.UUID;

/** Asks for a payment; answered by an optional {@link Payment}. */
public record FindPayment(UUID paymentId) {}
