package com.pitstop.billing.domain;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import com.pitstop.shared.billing.InvoiceNumberTaken;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

/**
 * The invoice numbers of a year. A number is taken in the unit of work that makes what bears it: both are stored, or
 * neither is, so there are no gaps.
 */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger", cache = "aggregateCache")
@Revision("1")
class InvoiceBook {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable InvoiceBookId id;

    private int last;

    InvoiceBook() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(IssueInvoice command, InvoicedJobs invoiced, BillingTerms terms) throws Exception {
        if (invoiced.contain(command.job().jobId())) {
            return;
        }
        var number = takeNumber(command.bookId());
        createNew(JobInvoice.class, () -> new JobInvoice(command.job().jobId(), number));
        createNew(Invoice.class, () -> new Invoice(terms.invoice(number, command)));
    }

    InvoiceNumber takeNumber(InvoiceBookId book) {
        apply(new InvoiceNumberTaken(book.year(), last + 1));
        return book.number(last);
    }

    @EventSourcingHandler
    void on(InvoiceNumberTaken event) {
        id = new InvoiceBookId(event.year());
        last = event.sequence();
    }
}
