package com.pitstop.billing.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/** A page of invoices and credit notes, newest first. Pages count from 0. */
public record InvoicePage(List<Item> items, int page, int size, long totalItems, int totalPages) {

    /** An invoice or a credit note in a list. */
    public record Item(
            String number,
            InvoiceKind kind,
            InvoiceStatus status,
            UUID jobId,
            UUID customerId,
            String customerName,
            String licenseNumber,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            String currency,
            BigDecimal total,
            BigDecimal due) {}

    static InvoicePage of(Page<Item> items) {
        return new InvoicePage(
                items.getContent(),
                items.getNumber(),
                items.getSize(),
                items.getTotalElements(),
                items.getTotalPages());
    }
}
