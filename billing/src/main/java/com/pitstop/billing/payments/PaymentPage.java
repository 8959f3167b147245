package com.pitstop.billing.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/** A page of payments, newest first. Pages count from 0. */
public record PaymentPage(List<Item> items, int page, int size, long totalItems, int totalPages) {

    /** A payment in a list. */
    public record Item(
            UUID paymentId,
            PaymentStatus status,
            UUID customerId,
            @Nullable String invoiceNumber,
            BigDecimal amount,
            String currency,
            BigDecimal captured,
            BigDecimal refunded,
            Instant requestedAt) {}

    static PaymentPage of(Page<Item> items) {
        return new PaymentPage(
                items.getContent(),
                items.getNumber(),
                items.getSize(),
                items.getTotalElements(),
                items.getTotalPages());
    }
}
