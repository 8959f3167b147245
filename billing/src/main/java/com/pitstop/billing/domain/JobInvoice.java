package com.pitstop.billing.domain;

import java.util.UUID;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import com.pitstop.shared.billing.JobInvoiced;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** That a job is invoiced. It can be made once, whoever else tries at the same moment: a stream begins once. */
@Aggregate
@Revision("1")
class JobInvoice {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String stream;

    @SuppressWarnings("NullAway.Init")
    JobInvoice() {} // Axon starts from here, then replays the events

    @SuppressWarnings("NullAway.Init") // by the event
    JobInvoice(UUID jobId, InvoiceNumber number) {
        apply(new JobInvoiced(jobId, number.value()));
    }

    @EventSourcingHandler
    void on(JobInvoiced event) {
        stream = InvoicedJobs.stream(event.jobId());
    }
}
