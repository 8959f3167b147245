package com.pitstop.billing.invoicing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.billing.Billing;
import com.pitstop.billing.History;
import com.pitstop.billing.domain.BilledJob;
import com.pitstop.billing.domain.InvoiceBookId;
import com.pitstop.billing.domain.IssueInvoice;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.shared.parts.PartPriceChanged;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.workshop.UsedPart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** From a finished job to its invoice, on every database the garage runs on. */
@ParameterizedClass
@EnumSource
class InvoicingTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final Duration SOON = Duration.ofSeconds(20);

    private static ConfigurableApplicationContext service;
    private static History garage;

    InvoicingTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(Billing.class).run(TestDatabases.arguments(database.settings()));
        garage = new History(service);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void chargesLabourAndPartsToTheCustomerOfTheJob() {
        var anna = garage.registeredCustomer("Anna");
        var pads = garage.registeredPart("49.95");
        var job = garage.plannedJob(anna);

        garage.finishedJob(job, new UsedPart(pads, 2));

        var invoice = awaitInvoiceOf(job);
        assertThat(invoice.customer().customerId()).isEqualTo(anna);
        assertThat(invoice.customer().name()).isEqualTo("Anna");
        assertThat(invoice.licenseNumber()).isEqualTo("KN-16-RS");
        assertThat(invoice.description()).isEqualTo("Brakes <& pads>");
        assertThat(invoice.workedOn()).isEqualTo(History.DAY);
        assertThat(invoice.dueOn()).isEqualTo(invoice.issuedOn().plusDays(30));
        assertThat(invoice.lines())
                .extracting(InvoiceLine::sku, InvoiceLine::net)
                .containsExactly(tuple("", new BigDecimal("68.00")), tuple(pads, new BigDecimal("99.90")));
        assertThat(invoice.lines().get(1).unitPrice()).isEqualTo("49.95");
        assertThat(invoice.total()).isEqualTo("203.16"); // 167.90 and 35.26 VAT
    }

    @Test
    void takesPricesAndAddressesOfTheMomentTheJobWasFinished() {
        var bart = garage.registeredCustomer("Bart");
        var oil = garage.registeredPart("12.95");
        var job = garage.plannedJob(bart);
        garage.happened("part:" + oil, 1, new PartPriceChanged(oil, new BigDecimal("13.50"), "EUR"));
        garage.movedCustomer(bart, "Bart Smit");

        garage.finishedJob(job, new UsedPart(oil, 1));
        garage.happened("part:" + oil, 2, new PartPriceChanged(oil, new BigDecimal("99.00"), "EUR"));

        var invoice = awaitInvoiceOf(job);
        assertThat(invoice.lines().get(1).net()).isEqualByComparingTo("13.50");
        assertThat(invoice.customer().name()).isEqualTo("Bart Smit");
        assertThat(invoice.customer().city()).isEqualTo("Zeist");
    }

    @Test
    void leavesJobsAloneThatWereFinishedBeforeThereWasBilling() {
        var dora = garage.registeredCustomer("Dora");
        var old = garage.plannedJob(dora);
        var later = garage.plannedJob(dora);

        garage.finishedJobBeforeThereWasBilling(old);
        garage.finishedJob(later);

        awaitInvoiceOf(later);
        assertThat(garage.isInvoiced(old)).isFalse();
    }

    @Test
    void asksTheBookOfANewYearInVainForAJobThatHasItsInvoice() {
        var evi = garage.registeredCustomer("Evi");
        var job = garage.plannedJob(evi);
        garage.finishedJob(job);
        var invoice = awaitInvoiceOf(job);
        var again = new BilledJob(job, "KN-16-RS", "Brakes", History.DAY, Duration.ofHours(1), List.of());

        service.getBean(CommandGateway.class)
                .sendAndWait(new IssueInvoice(new InvoiceBookId(2099), again, invoice.customer()));

        assertThat(garage.invoiceOf(job)).isEqualTo(invoice);
    }

    @Test
    void tellsWhichEventTheInvoiceFollowsFrom() {
        var job = garage.plannedJob(garage.registeredCustomer("Cees"));
        garage.finishedJob(job);
        var number = awaitInvoiceOf(job).number();

        var finished = garage.database()
                .queryForObject(
                        "select event_identifier from hub.domain_event_entry where aggregate_identifier = ? and sequence_number = 1",
                        String.class,
                        History.day(job));
        assertThat(garage.first("invoice:" + number).getMetaData()).containsEntry("correlationId", finished);
    }

    @Test
    void parksAJobItCannotInvoiceAndGoesOnWithOthers() {
        var dirk = garage.registeredCustomer("Dirk");
        var strange = garage.plannedJob(dirk);
        var usual = garage.plannedJob(dirk);

        garage.finishedJob(strange, new UsedPart("NO-SUCH-PART", 1));
        garage.finishedJob(usual);

        awaitInvoiceOf(usual);
        assertThat(parked(strange)).containsExactly("Billing knows no part NO-SUCH-PART");
        assertThat(parked(usual)).isEmpty();
    }

    @Test
    void changesNothingWhenItIsReplayed() {
        var job = garage.plannedJob(garage.registeredCustomer("Els"));
        garage.finishedJob(job);
        awaitInvoiceOf(job);
        var invoices = garage.invoices();
        var known = known();

        replay();

        var later = garage.plannedJob(garage.registeredCustomer("Fien"));
        garage.finishedJob(later);
        var after = awaitInvoiceOf(later);
        assertThat(garage.invoices())
                .hasSize(invoices.size() + 1)
                .containsAll(invoices)
                .contains("invoice:" + after.number());
        assertThat(known()).containsAll(known).hasSize(known.size() + 2);
    }

    @Test
    void invoicesInAReplayWhatWasParked() {
        var gerrit = garage.registeredCustomer("Gerrit");
        var job = garage.plannedJob(gerrit);
        await().atMost(SOON).until(() -> known().stream().anyMatch(row -> row.containsValue(job)));
        garage.database().update("delete from billing.job where job_id = ?", job);
        garage.finishedJob(job);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parked(job)).containsExactly("Billing knows no job " + job));

        replay();

        assertThat(awaitInvoiceOf(job).customer().customerId()).isEqualTo(gerrit);
        assertThat(parked(job)).isEmpty();
    }

    @Test
    void isNotMovedByEventsItHasSeen() {
        var hans = garage.registeredCustomer("Hans");
        garage.movedCustomer(hans, "Hans Smit");
        var part = garage.registeredPart("10.00");
        garage.happened("part:" + part, 1, new PartPriceChanged(part, new BigDecimal("11.00"), "EUR"));
        var job = garage.plannedJob(hans);
        await().atMost(SOON).until(() -> known().stream().anyMatch(row -> row.containsValue(job)));
        var before = known();

        new TransactionTemplate(service.getBean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            var customers = service.getBean(CustomerProjection.class);
            customers.on(new CustomerRegistered(hans, "H", "", "", "", "", ""), 0);
            customers.on(new ContactDetailsChanged(hans, "H", "", "", "", "", ""), 1);
            var parts = service.getBean(PartProjection.class);
            parts.on(new PartRegistered(part, "P", BigDecimal.ONE, "EUR", 1), 0);
            parts.on(new PartPriceChanged(part, BigDecimal.ONE, "EUR"), 1);
            service.getBean(JobProjection.class).on(History.planned(job, UUID.randomUUID()));
        });

        assertThat(known()).isEqualTo(before);
    }

    @Test
    void isOneSegment() {
        assertThat(garage.database()
                        .queryForObject(
                                "select count(*) from operations.token_entry where processor_name = 'billing'",
                                Integer.class))
                .isOne();
    }

    private static InvoiceIssued awaitInvoiceOf(UUID job) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.getBean(com.pitstop.billing.domain.InvoicedJobs.class)
                                .contain(job))
                        .isTrue());
        return garage.invoiceOf(job);
    }

    private static void replay() {
        var processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessor("billing", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        assertThat(known()).isEmpty();
        processor.start();
    }

    private static List<String> parked(UUID job) {
        return garage.database()
                .queryForList(
                        "select cause_message from operations.dead_letter_entry where processing_group = 'billing'"
                                + " and aggregate_identifier = ?",
                        String.class,
                        History.day(job));
    }

    private static List<Map<String, Object>> known() {
        return List.of("customer", "part", "job").stream()
                .flatMap(table ->
                        garage.database().queryForList("select * from billing." + table + " order by 1").stream())
                .toList();
    }
}
