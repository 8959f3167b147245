package com.pitstop.billing.paying;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.InvoiceNumber;
import com.pitstop.billing.domain.InvoicedJobs;
import com.pitstop.billing.payments.PaymentQueries;
import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.InvoiceCredited;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoicePaid;
import com.pitstop.shared.billing.InvoicePartlyPaid;
import com.pitstop.shared.billing.JobInvoiced;

/** The invoices that wait for their money, by what happened to them and not by a view: two clients may pay at once. */
@Component
public class Payables {

    private final EventStore events;
    private final PaymentQueries payments;

    Payables(EventStore events, PaymentQueries payments) {
        this.events = events;
        this.payments = payments;
    }

    /**
     * Insists that an invoice can be paid now, and with this.
     *
     * @param customer who pays, if that was said
     * @param amount how much, if that was said
     * @param currency in what, if that was said
     */
    public Payable require(
            InvoiceNumber number, Optional<UUID> customer, Optional<BigDecimal> amount, Optional<String> currency) {
        var history = history(number);
        var payable = new Payable(requireInvoice(number, history), due(history));
        requireOpen(number, history);
        requireAsIssued(payable, customer, amount, currency);
        requireNotBeingPaid(number);
        return payable;
    }

    /** Empty as long as the job has no invoice. */
    public Optional<Payable> ofJob(UUID jobId) {
        return history(InvoicedJobs.stream(jobId)).stream()
                .findFirst()
                .map(invoiced -> new InvoiceNumber(((JobInvoiced) invoiced).number()))
                .map(this::payable);
    }

    private Payable payable(InvoiceNumber number) {
        var history = history(number);
        return new Payable(requireInvoice(number, history), due(history));
    }

    private static BigDecimal due(List<Object> history) {
        return history.stream().reduce(BigDecimal.ZERO, Payables::after, (earlier, later) -> later);
    }

    private static BigDecimal after(BigDecimal due, Object event) {
        if (event instanceof InvoiceIssued issued) {
            return issued.total();
        }
        if (event instanceof InvoicePartlyPaid part) {
            return due.subtract(part.amount());
        }
        return event instanceof InvoicePaid || event instanceof InvoiceCredited ? BigDecimal.ZERO : due;
    }

    private List<Object> history(Object stream) {
        return PastEvents.of(events, stream).toList();
    }

    private static InvoiceIssued requireInvoice(InvoiceNumber number, List<Object> history) {
        if (history.isEmpty()) {
            throw new NotFoundException("known-invoice", "Invoice %s is not known".formatted(number.value()));
        }
        if (history.get(0) instanceof InvoiceIssued invoice) {
            return invoice;
        }
        throw new RuleViolatedException("is-invoice", "%s is a credit note".formatted(number.value()));
    }

    private static void requireOpen(InvoiceNumber number, List<Object> history) {
        if (history.stream().anyMatch(InvoiceCredited.class::isInstance)) {
            throw new RuleViolatedException("invoice-not-credited", "Invoice %s is credited".formatted(number.value()));
        }
        if (history.stream().anyMatch(InvoicePaid.class::isInstance)) {
            throw new RuleViolatedException("invoice-open", "Invoice %s is paid".formatted(number.value()));
        }
    }

    private static void requireAsIssued(
            Payable payable, Optional<UUID> customer, Optional<BigDecimal> amount, Optional<String> currency) {
        var invoice = payable.invoice();
        if (customer.filter(other -> !other.equals(invoice.customer().customerId()))
                .isPresent()) {
            throw new RuleViolatedException(
                    "invoice-customer", "Invoice %s is another customer's".formatted(invoice.number()));
        }
        if (amount.filter(other -> other.compareTo(payable.due()) != 0).isPresent()
                || currency.filter(other -> !other.equals(invoice.currency())).isPresent()) {
            throw new RuleViolatedException(
                    "full-amount",
                    "Invoice %s is paid with %s %s"
                            .formatted(
                                    invoice.number(),
                                    invoice.currency(),
                                    payable.due().toPlainString()));
        }
    }

    private void requireNotBeingPaid(InvoiceNumber number) {
        if (payments.isBeingPaid(number.value())) {
            throw new RuleViolatedException(
                    "one-payment-per-invoice", "Invoice %s is being paid already".formatted(number.value()));
        }
    }
}
