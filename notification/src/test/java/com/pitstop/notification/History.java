package com.pitstop.notification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.hub.Hub;
import com.pitstop.chassis.test.GarageClock;
import com.pitstop.shared.billing.InvoiceCustomer;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceSeller;
import com.pitstop.shared.billing.InvoiceVat;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.shared.notification.ContactPreferencesReset;
import com.pitstop.shared.notification.ContactPreferencesSet;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.MaintenanceJobRescheduled;

/** What other contexts tell, and what notification made of it. Each job has a day's stream of its own. */
public record History(ConfigurableApplicationContext service, GarageClock clock) {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    public UUID registeredCustomer(String name) {
        return registeredCustomer(name, name.toLowerCase(java.util.Locale.ROOT).replaceAll("\\W", "") + "@example.org");
    }

    public UUID registeredCustomer(String name, String emailAddress) {
        var id = UUID.randomUUID();
        happened("customer:" + id, 0, registered(id, name, emailAddress));
        return id;
    }

    public static CustomerRegistered registered(UUID id, String name, String emailAddress) {
        return new CustomerRegistered(id, name, "Dorpsstraat 1", "1234 AB", "Utrecht", "06-1", emailAddress);
    }

    public void changedAddress(UUID id, long number, String name, String emailAddress) {
        happened("customer:" + id, number, changed(id, name, emailAddress));
    }

    public static ContactDetailsChanged changed(UUID id, String name, String emailAddress) {
        return new ContactDetailsChanged(id, name, "Kade 2", "4321 ZZ", "Zeist", "06-1", emailAddress);
    }

    public void left(UUID id, long number) {
        happened("customer:" + id, number, new CustomerDeactivated(id, ""));
    }

    public void wished(UUID customer, long number, String language, String... kinds) {
        happened(
                "contact-preferences:" + customer,
                number,
                new ContactPreferencesSet(customer, language, List.of(kinds), false, false, false));
    }

    public void wishesNothing(UUID customer, long number) {
        happened("contact-preferences:" + customer, number, new ContactPreferencesReset(customer));
    }

    public UUID plannedJob(UUID customer) {
        return plannedJob(customer, DAY);
    }

    public UUID plannedJob(UUID customer, LocalDate day) {
        var job = UUID.randomUUID();
        happened(day(job), 0, planned(job, customer, day));
        return job;
    }

    public static MaintenanceJobPlanned planned(UUID job, UUID customer, LocalDate day) {
        return new MaintenanceJobPlanned(
                day, job, day.atTime(9, 0), day.atTime(11, 0), customer, "KN-16-RS", "Brakes <& pads>");
    }

    public void movedJob(UUID job, long number, int hour) {
        happened(day(job), number, new MaintenanceJobRescheduled(DAY, job, at(hour), at(hour + 2)));
    }

    public void cancelledJob(UUID job, long number, String reason) {
        happened(day(job), number, new MaintenanceJobCancelled(DAY, job, reason));
    }

    public void finishedJob(UUID job, long number) {
        happened(day(job), number, new MaintenanceJobFinished(DAY, job, at(9), at(10), "", List.of()));
    }

    public InvoiceIssued issuedInvoice(UUID customer, String number) {
        var invoice = invoice(customer, number);
        happened("invoice:" + number, 0, invoice);
        return invoice;
    }

    public static InvoiceIssued invoice(UUID customer, String number) {
        return new InvoiceIssued(
                number,
                UUID.randomUUID(),
                new InvoiceSeller(
                        "Pitstop Garage", "Kanaalweg 12", "3526 KL", "Utrecht", "NL0", "NL91", "billing@example.org"),
                new InvoiceCustomer(customer, "Anna", "Dorpsstraat 1", "1234 AB", "Utrecht"),
                "KN-16-RS",
                "Brakes",
                DAY,
                DAY,
                DAY.plusDays(30),
                "EUR",
                List.of(new InvoiceLine(
                        "Labour", "", euros("2"), "hour", euros("68.00"), euros("21"), euros("136.00"))),
                euros("136.00"),
                List.of(new InvoiceVat(euros("21"), euros("136.00"), euros("28.56"))),
                euros("164.56"));
    }

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }

    private static LocalDateTime at(int hour) {
        return DAY.atTime(hour, 0);
    }

    public static String day(UUID job) {
        return "workshop-planning:" + job;
    }

    /** Now, by the garage's clock. */
    public void happened(String stream, long number, Object event) {
        happened(stream, number, event, clock.instant());
    }

    public void happened(String stream, long number, Object event, Instant when) {
        service.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Test",
                        stream,
                        number,
                        event,
                        Map.of(),
                        UUID.randomUUID().toString(),
                        when));
    }

    public List<Map<String, Object>> mails(UUID customer) {
        return database()
                .queryForList("select * from notification.mail where customer_id = ? order by number", customer);
    }

    public List<Object> kinds(UUID customer) {
        return mails(customer).stream().map(mail -> mail.get("kind")).toList();
    }

    public JdbcTemplate database() {
        return service.getBean(JdbcTemplate.class);
    }

    /** Where the events are. */
    public JdbcTemplate hub() {
        return new JdbcTemplate(service.getBean(Hub.class).dataSource());
    }
}
