package com.pitstop.billing.invoices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.persistence.Filter;

/** Answers which invoices there are, and how things stand with them today. */
@Component
class InvoiceQueries {

    private static final Sort NEWEST_FIRST = Sort.by("number").descending();
    private static final String SETTLEMENT = "settlement";
    private static final String DUE_ON = "dueOn";

    private final InvoiceViewRepository invoices;
    private final Clock clock;

    InvoiceQueries(InvoiceViewRepository invoices, Clock garageClock) {
        this.invoices = invoices;
        this.clock = garageClock;
    }

    @QueryHandler
    Optional<Invoice> handle(FindInvoice query) {
        return invoices.findById(query.number()).map(invoice -> invoice.asInvoice(today()));
    }

    @QueryHandler
    Optional<Invoice> handle(FindCreditNote query) {
        return invoices.findByInvoiceNumber(query.invoiceNumber()).map(creditNote -> creditNote.asInvoice(today()));
    }

    @QueryHandler
    InvoicePage handle(ListInvoices query) {
        var today = today();
        Specification<InvoiceView> asked = Specification.allOf(
                Filter.is("jobId", query.jobId()),
                Filter.is("customerId", query.customerId()),
                has(query.status(), today));
        return InvoicePage.of(invoices.findAll(asked, PageRequest.of(query.page(), query.size(), NEWEST_FIRST))
                .map(invoice -> invoice.asItem(today)));
    }

    private static Specification<InvoiceView> has(@Nullable InvoiceStatus status, LocalDate today) {
        if (status == null) {
            return Specification.unrestricted();
        }
        return switch (status) {
            case OPEN -> Filter.<InvoiceView>is(SETTLEMENT, Settlement.OPEN).and(isDue(today));
            case OVERDUE -> Filter.<InvoiceView>is(SETTLEMENT, Settlement.OPEN).and(Specification.not(isDue(today)));
            case PAID -> Filter.<InvoiceView>is(SETTLEMENT, Settlement.PAID);
            case CREDITED -> Filter.<InvoiceView>is(SETTLEMENT, Settlement.CREDITED);
        };
    }

    private static Specification<InvoiceView> isDue(LocalDate today) {
        return (invoice, query, where) -> where.greaterThanOrEqualTo(invoice.get(DUE_ON), today);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
