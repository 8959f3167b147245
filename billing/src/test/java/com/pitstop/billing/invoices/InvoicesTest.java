package com.pitstop.billing.invoices;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
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
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.billing.CreditNoteIssued;
import com.pitstop.shared.billing.InvoiceCredited;
import com.pitstop.shared.billing.InvoiceCustomer;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoicePaid;
import com.pitstop.shared.billing.InvoicePartlyPaid;
import com.pitstop.shared.billing.InvoiceSeller;
import com.pitstop.shared.billing.InvoiceVat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The invoices on the real migrations, as events fill them and queries read them. */
@ParameterizedClass
@EnumSource
class InvoicesTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final InvoiceSeller GARAGE =
            new InvoiceSeller("Garage", "Kade 1", "1234 AB", "Utrecht", "NL1B01", "NL91ABNA", "g@example.org");
    private static final List<InvoiceLine> LINES = List.of(line("85.00"));
    private static final List<InvoiceVat> VAT =
            List.of(new InvoiceVat(new BigDecimal("21"), new BigDecimal("85.00"), new BigDecimal("17.85")));

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static ConfigurableApplicationContext service;

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    private final UUID job = UUID.randomUUID();
    private final InvoiceCustomer anna =
            new InvoiceCustomer(UUID.randomUUID(), "Anna \u00d8 \"x\"", "Dorpsstraat 1", "1234 AB", "Utrecht");

    InvoicesTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(Billing.class).run(TestDatabases.arguments(database.settings()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void showAnInvoiceAsItWasIssued() {
        var number = newNumber();
        issued(number, today.plusDays(30));

        assertThat(awaitInvoice(number, InvoiceStatus.OPEN))
                .isEqualTo(new Invoice(
                        number,
                        InvoiceKind.INVOICE,
                        InvoiceStatus.OPEN,
                        null,
                        null,
                        null,
                        job,
                        today,
                        today.plusDays(30),
                        null,
                        null,
                        GARAGE,
                        anna,
                        "KN-16-RS",
                        "Brakes",
                        History.DAY,
                        "EUR",
                        LINES,
                        new BigDecimal("85.00"),
                        VAT,
                        new BigDecimal("102.85"),
                        new BigDecimal("102.85")));
    }

    @Test
    void showWhatIsStillDue() {
        var number = newNumber();
        issued(number, today);
        garage().happened("invoice:" + number, 1, part(number));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(find(number).orElseThrow().due()).isEqualByComparingTo("2.85"));
        assertThat(find(number).orElseThrow().status()).isEqualTo(InvoiceStatus.OPEN);
        handled(on -> on.on(part(number), 1));
        assertThat(list(new ListInvoices(job, null, InvoiceStatus.OPEN, 0, 20)).items())
                .singleElement()
                .satisfies(item -> assertThat(item.due()).isEqualByComparingTo("2.85"));

        garage().happened("invoice:" + number, 2, paid(number));

        assertThat(awaitInvoice(number, InvoiceStatus.PAID).due()).isEqualByComparingTo("0.00");
    }

    @Test
    void areOverdueFromTheDayAfterTheirLastDayOn() {
        var due = newNumber();
        var overdue = newNumber();
        issued(due, today);
        issued(overdue, today.minusDays(1));

        awaitInvoice(due, InvoiceStatus.OPEN);
        awaitInvoice(overdue, InvoiceStatus.OVERDUE);
        assertThat(numbers(new ListInvoices(null, anna.customerId(), InvoiceStatus.OPEN, 0, 20)))
                .containsExactly(due);
        assertThat(numbers(new ListInvoices(null, anna.customerId(), InvoiceStatus.OVERDUE, 0, 20)))
                .containsExactly(overdue);
    }

    @Test
    void showWhenAndHowTheyWerePaid() {
        var number = newNumber();
        issued(number, today.minusDays(1));
        garage().happened("invoice:" + number, 1, paid(number));

        var invoice = awaitInvoice(number, InvoiceStatus.PAID);

        assertThat(invoice.paidOn()).isEqualTo(today);
        assertThat(invoice.paymentReference()).isEqualTo("bank 17");
        assertThat(numbers(new ListInvoices(job, null, InvoiceStatus.PAID, 0, 20)))
                .containsExactly(number);
    }

    @Test
    void showTheCreditNoteOfAnInvoice() {
        var number = newNumber();
        var creditNote = newNumber();
        issued(number, today);
        garage().happened("invoice:" + creditNote, 0, creditNote(creditNote, number));
        garage().happened("invoice:" + number, 1, new InvoiceCredited(number, creditNote));

        assertThat(awaitInvoice(number, InvoiceStatus.CREDITED).creditNoteNumber())
                .isEqualTo(creditNote);
        var taken = awaitInvoice(creditNote, InvoiceStatus.CREDITED);
        assertThat(taken.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
        assertThat(taken.invoiceNumber()).isEqualTo(number);
        assertThat(taken.creditReason()).isEqualTo("Wrong customer");
        assertThat(taken.dueOn()).isNull();
        assertThat(taken.total()).isEqualByComparingTo("-102.85");
        assertThat(ask(new FindCreditNote(number))).contains(taken);
        assertThat(ask(new FindCreditNote(creditNote))).isEmpty();
        assertThat(numbers(new ListInvoices(job, null, InvoiceStatus.CREDITED, 0, 20)))
                .containsExactly(creditNote, number);
    }

    @Test
    void areListedNewestFirstInPages() {
        var first = newNumber();
        var second = newNumber();
        var third = newNumber();
        List.of(second, third, first).forEach(number -> issued(number, today));
        List.of(first, second, third).forEach(number -> awaitInvoice(number, InvoiceStatus.OPEN));

        assertThat(numbers(new ListInvoices(job, null, null, 0, 2))).containsExactly(third, second);
        var last = list(new ListInvoices(null, anna.customerId(), null, 1, 2));
        assertThat(last.items()).extracting(InvoicePage.Item::number).containsExactly(first);
        assertThat(last)
                .extracting(InvoicePage::page, InvoicePage::size, InvoicePage::totalItems, InvoicePage::totalPages)
                .containsExactly(1, 2, 3L, 2);
        assertThat(last.items().get(0).customerName()).isEqualTo(anna.name());
        assertThat(numbers(new ListInvoices(UUID.randomUUID(), null, null, 0, 20)))
                .isEmpty();
    }

    @Test
    void areNotMovedByEventsTheyHaveSeen() {
        var number = newNumber();
        issued(number, today);
        garage().happened("invoice:" + number, 1, paid(number));
        var before = awaitInvoice(number, InvoiceStatus.PAID);

        handled(on -> on.on(invoice(number, today.plusDays(9)), 0));
        handled(on -> on.on(new InvoiceCredited(number, "2026-999999"), 1));
        handled(on -> on.on(paid(number), 0));

        assertThat(find(number)).contains(before);
    }

    @Test
    void refuseWhatHappenedToAnInvoiceTheyDoNotKnow() {
        assertThatThrownBy(() -> handled(on -> on.on(paid("2026-999998"), 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Billing has no row of invoice 2026-999998");
    }

    @Test
    void areTheSameAfterTheyWereRebuilt() {
        var number = newNumber();
        issued(number, today);
        garage().happened("invoice:" + number, 1, part(number));
        garage().happened("invoice:" + number, 2, paid(number));
        awaitInvoice(number, InvoiceStatus.PAID);
        var before = rows();

        rebuild();

        await().atMost(SOON).untilAsserted(() -> assertThat(rows()).isEqualTo(before));
    }

    private static void rebuild() {
        var processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessor("billing-invoices", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        assertThat(rows()).isEmpty();
        processor.start();
    }

    private static List<Map<String, Object>> rows() {
        return garage().database().queryForList("select * from billing.invoice order by number");
    }

    private static History garage() {
        return new History(service);
    }

    private static String newNumber() {
        return "2026-%06d".formatted(NUMBERS.incrementAndGet());
    }

    private void issued(String number, LocalDate dueOn) {
        garage().happened("invoice:" + number, 0, invoice(number, dueOn));
    }

    private InvoiceIssued invoice(String number, LocalDate dueOn) {
        return new InvoiceIssued(
                number,
                job,
                GARAGE,
                anna,
                "KN-16-RS",
                "Brakes",
                History.DAY,
                today,
                dueOn,
                "EUR",
                LINES,
                new BigDecimal("85.00"),
                VAT,
                new BigDecimal("102.85"));
    }

    private CreditNoteIssued creditNote(String number, String invoice) {
        return new CreditNoteIssued(
                number,
                invoice,
                "Wrong customer",
                job,
                GARAGE,
                anna,
                "KN-16-RS",
                "Brakes",
                History.DAY,
                today,
                "EUR",
                List.of(line("-85.00")),
                new BigDecimal("-85.00"),
                VAT,
                new BigDecimal("-102.85"));
    }

    private InvoicePartlyPaid part(String number) {
        return new InvoicePartlyPaid(number, new BigDecimal("100.00"), "EUR", "card 1", today);
    }

    private InvoicePaid paid(String number) {
        return new InvoicePaid(number, new BigDecimal("102.85"), "EUR", "bank 17", today);
    }

    private static InvoiceLine line(String net) {
        return new InvoiceLine(
                "Labour",
                "",
                new BigDecimal("1.25"),
                "hour",
                new BigDecimal("68.00"),
                new BigDecimal("21"),
                new BigDecimal(net));
    }

    private static void handled(Consumer<InvoiceProjection> event) {
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> event.accept(service.getBean(InvoiceProjection.class)));
    }

    private static Invoice awaitInvoice(String number, InvoiceStatus status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(find(number))
                        .hasValueSatisfying(
                                invoice -> assertThat(invoice.status()).isEqualTo(status)));
        return find(number).orElseThrow();
    }

    private static Optional<Invoice> find(String number) {
        return ask(new FindInvoice(number));
    }

    private static Optional<Invoice> ask(Object query) {
        return service.getBean(QueryGateway.class)
                .query(query, ResponseTypes.optionalInstanceOf(Invoice.class))
                .join();
    }

    private static List<String> numbers(ListInvoices query) {
        return list(query).items().stream().map(InvoicePage.Item::number).toList();
    }

    private static InvoicePage list(ListInvoices query) {
        return service.getBean(QueryGateway.class)
                .query(query, InvoicePage.class)
                .join();
    }
}
