package com.pitstop.billing.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.CreditNoteIssued;
import com.pitstop.shared.billing.InvoiceCredited;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoicePaid;
import com.pitstop.shared.billing.InvoicePartlyPaid;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

/** An invoice, or the credit note that takes one back. Neither changes once it is issued; a credit note is final. */
@Aggregate
@Revision("2")
class Invoice {

    @AggregateIdentifier
    private InvoiceNumber id;

    private @Nullable InvoiceIssued issued; // null for a credit note
    private final Map<String, BigDecimal> parts = new HashMap<>(); // what was paid of it, by reference
    private @Nullable InvoicePaid paid;
    private @Nullable String creditNote;

    @SuppressWarnings("NullAway.Init")
    Invoice() {} // Axon starts from here, then replays the events

    @SuppressWarnings("NullAway.Init") // by the event
    Invoice(InvoiceIssued event) {
        apply(event);
    }

    @SuppressWarnings("NullAway.Init") // by the event
    Invoice(CreditNoteIssued event) {
        apply(event);
    }

    @CommandHandler
    void handle(RecordInvoicePayment command, BillingTerms terms) {
        var invoice = requireInvoice();
        if (isPaidBy(command)) {
            return;
        }
        requireOpen();
        requireAllThatIsDue(invoice, command.amount());
        apply(paid(invoice, command.reference(), terms));
    }

    @CommandHandler
    void handle(RecordCardPayment command, BillingTerms terms) {
        var invoice = requireInvoice();
        if (isTaken(command)) {
            return;
        }
        requireOpen();
        if (command.amount().compareTo(due(invoice)) < 0) {
            apply(new InvoicePartlyPaid(
                    invoice.number(), command.amount(), invoice.currency(), command.reference(), terms.today()));
        } else {
            requireAllThatIsDue(invoice, command.amount());
            apply(paid(invoice, command.reference(), terms));
        }
    }

    @CommandHandler
    void handle(CreditInvoice command, InvoiceBooks books, BillingTerms terms) throws Exception {
        var invoice = requireInvoice();
        requireNotCredited();
        var number = books.takeNumber(new InvoiceBookId(terms.today().getYear()));
        createNew(Invoice.class, () -> new Invoice(terms.creditNote(number, invoice, command.reason())));
        apply(new InvoiceCredited(invoice.number(), number.value()));
    }

    private boolean isPaidBy(RecordInvoicePayment command) {
        return paid != null
                && paid.reference().equals(command.reference())
                && paid.amount().compareTo(command.amount()) == 0;
    }

    private boolean isTaken(RecordCardPayment command) {
        return parts.containsKey(command.reference())
                || (paid != null && paid.reference().equals(command.reference()));
    }

    private BigDecimal due(InvoiceIssued invoice) {
        return parts.values().stream().reduce(invoice.total(), BigDecimal::subtract);
    }

    private InvoicePaid paid(InvoiceIssued invoice, String reference, BillingTerms terms) {
        return new InvoicePaid(invoice.number(), due(invoice), invoice.currency(), reference, terms.today());
    }

    private InvoiceIssued requireInvoice() {
        if (issued == null) {
            throw new RuleViolatedException("is-invoice", "%s is a credit note".formatted(id.value()));
        }
        return issued;
    }

    private void requireOpen() {
        requireNotCredited();
        if (paid != null) {
            throw new RuleViolatedException("invoice-open", "Invoice %s is paid".formatted(id.value()));
        }
    }

    private void requireNotCredited() {
        if (creditNote != null) {
            throw new RuleViolatedException(
                    "invoice-not-credited", "Invoice %s is credited by %s".formatted(id.value(), creditNote));
        }
    }

    private void requireAllThatIsDue(InvoiceIssued invoice, BigDecimal amount) {
        if (due(invoice).compareTo(amount) != 0) {
            throw new RuleViolatedException(
                    "full-amount",
                    "Invoice %s is paid with %s %s, not %s"
                            .formatted(
                                    invoice.number(),
                                    invoice.currency(),
                                    due(invoice).toPlainString(),
                                    amount.toPlainString()));
        }
    }

    @EventSourcingHandler
    void on(InvoiceIssued event) {
        id = new InvoiceNumber(event.number());
        issued = event;
    }

    @EventSourcingHandler
    void on(CreditNoteIssued event) {
        id = new InvoiceNumber(event.number());
    }

    @EventSourcingHandler
    void on(InvoicePartlyPaid event) {
        parts.put(event.reference(), event.amount());
    }

    @EventSourcingHandler
    void on(InvoicePaid event) {
        paid = event;
    }

    @EventSourcingHandler
    void on(InvoiceCredited event) {
        creditNote = event.creditNoteNumber();
    }
}
