package com.pitstop.billing.payments;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Asks which payments there are, newest first; answered by a {@link PaymentPage}. Null asks for all. */
public record ListPayments(
        @Nullable String invoiceNumber,
        @Nullable UUID customerId,
        @Nullable PaymentStatus status,
        int page,
        int size) {}
