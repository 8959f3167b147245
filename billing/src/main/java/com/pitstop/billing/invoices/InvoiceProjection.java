package com.pitstop.billing.invoices;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.billing.CreditNoteIssued;
import com.pitstop.shared.billing.InvoiceCredited;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoicePaid;
import com.pitstop.shared.billing.InvoicePartlyPaid;

/** Keeps the list of invoices in step with what happened to them. */
@Component
@ProcessingGroup("billing-invoices")
class InvoiceProjection {

    private final InvoiceViewRepository invoices;

    InvoiceProjection(InvoiceViewRepository invoices) {
        this.invoices = invoices;
    }

    @EventHandler
    void on(InvoiceIssued event, @SequenceNumber long version) {
        invoices.save(new InvoiceView(event, version));
    }

    @EventHandler
    void on(CreditNoteIssued event, @SequenceNumber long version) {
        invoices.save(new InvoiceView(event, version));
    }

    @EventHandler
    void on(InvoicePartlyPaid event, @SequenceNumber long version) {
        known(event.number()).partlyPaid(event, version);
    }

    @EventHandler
    void on(InvoicePaid event, @SequenceNumber long version) {
        known(event.number()).paid(event, version);
    }

    @EventHandler
    void on(InvoiceCredited event, @SequenceNumber long version) {
        known(event.number()).credited(event, version);
    }

    @ResetHandler
    void reset() {
        invoices.deleteAllInBatch();
    }

    private InvoiceView known(String number) {
        return invoices.findById(number)
                .orElseThrow(() -> new IllegalStateException("Billing has no row of invoice %s".formatted(number)));
    }
}
