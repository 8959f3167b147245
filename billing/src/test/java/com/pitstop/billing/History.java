package com.pitstop.billing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.billing.domain.InvoicedJobs;
import com.pitstop.chassis.hub.Hub;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.JobInvoiced;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.UsedPart;

/** What other contexts tell, and what billing made of it. */
public record History(ConfigurableApplicationContext service) {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    public UUID registeredCustomer(String name) {
        var id = UUID.randomUUID();
        happened(
                "customer:" + id,
                0,
                new CustomerRegistered(id, name, "Dorpsstraat 1", "1234 AB", "Utrecht", "06-1", "anna@example.org"));
        return id;
    }

    public void movedCustomer(UUID id, String name) {
        happened(
                "customer:" + id,
                1,
                new ContactDetailsChanged(id, name, "Kade 2", "4321 ZZ", "Zeist", "06-1", "anna@example.org"));
    }

    public String registeredPart(String price) {
        var sku = "SKU-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        happened("part:" + sku, 0, new PartRegistered(sku, "Part " + sku, new BigDecimal(price), "EUR", 5));
        return sku;
    }

    public UUID plannedJob(UUID customer) {
        var job = UUID.randomUUID();
        happened(day(job), 0, planned(job, customer));
        return job;
    }

    public static MaintenanceJobPlanned planned(UUID job, UUID customer) {
        return new MaintenanceJobPlanned(
                DAY, job, DAY.atTime(9, 0), DAY.atTime(11, 0), customer, "KN-16-RS", "Brakes <& pads>");
    }

    /** An hour of labour, and these parts. */
    public void finishedJob(UUID job, UsedPart... parts) {
        happened(day(job), 1, finished(job, parts));
    }

    /** As {@link #finishedJob}, but long ago. */
    public void finishedJobBeforeThereWasBilling(UUID job) {
        var longAgo = Instant.now().minus(Duration.ofDays(400));
        events().publish(new GenericDomainEventMessage<>(
                "Test", day(job), 1, finished(job), Map.of(), UUID.randomUUID().toString(), longAgo));
    }

    public boolean isInvoiced(UUID job) {
        return events().lastSequenceNumberFor(InvoicedJobs.stream(job)).isPresent();
    }

    public static MaintenanceJobFinished finished(UUID job, UsedPart... parts) {
        return new MaintenanceJobFinished(
                DAY,
                job,
                DAY.atTime(9, 0),
                DAY.atTime(10, 0),
                "",
                Arrays.stream(parts).toList());
    }

    /** The stream of a day on which there is no other job. */
    public static String day(UUID job) {
        return "workshop-planning:" + job;
    }

    public void happened(String stream, long number, Object event) {
        events().publish(new GenericDomainEventMessage<>("Test", stream, number, event));
    }

    /** The invoice of a job; an error when it has none. */
    public InvoiceIssued invoiceOf(UUID job) {
        var invoiced = (JobInvoiced) first(InvoicedJobs.stream(job)).getPayload();
        return (InvoiceIssued) first("invoice:" + invoiced.number()).getPayload();
    }

    public EventMessage<?> first(String stream) {
        return events().readEvents(stream).asStream().findFirst().orElseThrow();
    }

    public List<String> invoices() {
        return hub().queryForList(
                        "select aggregate_identifier from hub.domain_event_entry where payload_type = ? order by 1",
                        String.class,
                        InvoiceIssued.class.getName());
    }

    public JdbcTemplate database() {
        return service.getBean(JdbcTemplate.class);
    }

    /** Where the events are. */
    public JdbcTemplate hub() {
        return new JdbcTemplate(service.getBean(Hub.class).dataSource());
    }

    private EventStore events() {
        return service.getBean(EventStore.class);
    }
}
