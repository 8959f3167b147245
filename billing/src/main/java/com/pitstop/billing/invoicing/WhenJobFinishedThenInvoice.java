package com.pitstop.billing.invoicing;

import java.time.Instant;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.BilledJob;
import com.pitstop.billing.domain.BilledPart;
import com.pitstop.billing.domain.BillingTerms;
import com.pitstop.billing.domain.InvoiceBookId;
import com.pitstop.billing.domain.InvoicedJobs;
import com.pitstop.billing.domain.IssueInvoice;
import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.processing.InOrder;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.UsedPart;

/**
 * Every finished job is invoiced, at the prices of that moment: what billing knows is of the same processing group, which
 * handles all events in the order they were stored.
 *
 * <p>A job that has its invoice is passed over, in a replay as at any other time. A replay is not passed over as a whole:
 * it drops what is parked, and a job among that would never be invoiced.
 */
@Component
@ProcessingGroup("billing")
@InOrder
class WhenJobFinishedThenInvoice {

    private final CustomerViewRepository customers;
    private final PartViewRepository parts;
    private final JobViewRepository jobs;
    private final Opening opening;
    private final InvoicedJobs invoiced;
    private final BillingTerms terms;
    private final Reactions reactions;

    WhenJobFinishedThenInvoice(
            CustomerViewRepository customers,
            PartViewRepository parts,
            JobViewRepository jobs,
            Opening opening,
            InvoicedJobs invoiced,
            BillingTerms terms,
            Reactions reactions) {
        this.customers = customers;
        this.parts = parts;
        this.jobs = jobs;
        this.opening = opening;
        this.invoiced = invoiced;
        this.terms = terms;
        this.reactions = reactions;
    }

    @EventHandler
    void on(MaintenanceJobFinished event, @Timestamp Instant recorded) {
        if (opening.isBefore(recorded) && !invoiced.contain(event.jobId())) {
            reactions.send(invoice(event));
        }
    }

    private IssueInvoice invoice(MaintenanceJobFinished event) {
        var job = jobs.findById(event.jobId())
                .orElseThrow(() -> new IllegalStateException("Billing knows no job %s".formatted(event.jobId())));
        return new IssueInvoice(
                new InvoiceBookId(terms.today().getYear()),
                finished(job, event),
                customer(job.customerId()).onInvoice());
    }

    private BilledJob finished(JobView job, MaintenanceJobFinished event) {
        return job.finished(event, event.parts().stream().map(this::billed).toList());
    }

    private CustomerView customer(UUID customerId) {
        return customers
                .findById(customerId)
                .orElseThrow(() -> new IllegalStateException("Billing knows no customer %s".formatted(customerId)));
    }

    private BilledPart billed(UsedPart used) {
        return parts.findById(used.sku())
                .orElseThrow(() -> new IllegalStateException("Billing knows no part %s".formatted(used.sku())))
                .used(used.quantity());
    }
}
