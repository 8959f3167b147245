package com.pitstop.billing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.CreditNoteIssued;
import com.pitstop.shared.billing.InvoiceCredited;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceNumberTaken;
import com.pitstop.shared.billing.InvoicePaid;
import com.pitstop.shared.billing.InvoicePartlyPaid;
import com.pitstop.shared.billing.InvoiceVat;

import static com.pitstop.billing.domain.Stories.ANNA;
import static com.pitstop.billing.domain.Stories.GARAGE;
import static com.pitstop.billing.domain.Stories.JOB;
import static com.pitstop.billing.domain.Stories.TODAY;
import static com.pitstop.billing.domain.Stories.WORKED_ON;
import static com.pitstop.billing.domain.Stories.euros;
import static com.pitstop.billing.domain.Stories.invoice;
import static com.pitstop.billing.domain.Stories.percent;
import static org.assertj.core.api.Assertions.assertThat;

/** How an invoice is paid, or taken back. */
class InvoiceTest {

    private static final String NUMBER = "2026-000123";
    private static final String CREDIT_NOTE = "2026-000124";

    private FixtureConfiguration<Invoice> invoice;
    private OtherStreams others;

    @BeforeEach
    void aGarageOnAnOrdinaryDay() {
        on(Stories.terms());
    }

    private void on(BillingTerms terms) {
        InvoicedJobs jobs = job -> true;
        invoice = new AggregateTestFixture<>(Invoice.class);
        others = new OtherStreams(terms, jobs);
        invoice.registerRepositoryProvider(others);
        invoice.registerInjectableResource(terms);
        invoice.registerInjectableResource(new InvoiceBooks(others));
        others.happened("invoice-book:2026", new InvoiceNumberTaken(2026, 123));
    }

    @Nested
    class RecordingAPayment {

        @Test
        void isDoneForTheFullAmount() {
            invoice.given(invoice(NUMBER)).when(pay("159.31", "bank 17")).expectEvents(paid("bank 17"));
        }

        @Test
        void takesAnAmountForWhatItIsWorth() {
            invoice.given(invoice(NUMBER)).when(pay("159.310", "bank 17")).expectEvents(paid("bank 17"));
        }

        @Test
        void changesNothingWhenItIsRepeated() {
            invoice.given(invoice(NUMBER), paid("bank 17"))
                    .when(pay("159.31", "bank 17"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedForAnyOtherAmount() {
            refused(invoice.given(invoice(NUMBER)).when(pay("159.30", "bank 17")), "full-amount");
            refused(invoice.given(invoice(NUMBER)).when(pay("159.32", "bank 17")), "full-amount");
        }

        @Test
        void isRefusedOnceItIsPaidOtherwise() {
            refused(invoice.given(invoice(NUMBER), paid("bank 17")).when(pay("159.31", "bank 18")), "invoice-open");
            refused(invoice.given(invoice(NUMBER), paid("bank 17")).when(pay("1.00", "bank 17")), "invoice-open");
        }

        @Test
        void isRefusedOnceItIsCredited() {
            refused(invoice.given(invoice(NUMBER), credited()).when(pay("159.31", "bank 17")), "invoice-not-credited");
        }

        @Test
        void isRefusedForACreditNote() {
            refused(invoice.given(creditNote()).when(pay(CREDIT_NOTE, "-159.31", "bank 17")), "is-invoice");
        }
    }

    @Nested
    class RecordingAPaymentByCard {

        @Test
        void paysTheInvoiceWithAllThatIsDue() {
            invoice.given(invoice(NUMBER)).when(charge("159.31", "card 1")).expectEvents(paid("card 1"));
        }

        @Test
        void leavesTheRestDueWhenItIsLess() {
            invoice.given(invoice(NUMBER)).when(charge("100.00", "card 1")).expectEvents(part("100.00", "card 1"));
        }

        @Test
        void leavesLessAndLessDue() {
            invoice.given(invoice(NUMBER), part("100.00", "card 1"))
                    .when(charge("59.31", "card 2"))
                    .expectEvents(new InvoicePaid(NUMBER, euros("59.31"), "EUR", "card 2", TODAY));
            invoice.given(invoice(NUMBER), part("100.00", "card 1"))
                    .when(pay("59.31", "bank 17"))
                    .expectEvents(new InvoicePaid(NUMBER, euros("59.31"), "EUR", "bank 17", TODAY));
        }

        @Test
        void changesNothingWhenItIsRepeated() {
            invoice.given(invoice(NUMBER), part("100.00", "card 1"))
                    .when(charge("100.00", "card 1"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            invoice.given(invoice(NUMBER), paid("card 1"))
                    .when(charge("159.31", "card 1"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedForMoreThanIsDue() {
            refused(invoice.given(invoice(NUMBER)).when(charge("159.32", "card 1")), "full-amount");
            refused(
                    invoice.given(invoice(NUMBER), part("100.00", "card 1")).when(charge("59.32", "card 2")),
                    "full-amount");
            refused(invoice.given(invoice(NUMBER), part("100.00", "card 1")).when(pay("159.31", "x")), "full-amount");
        }

        @Test
        void isRefusedOnceItIsPaidOrCredited() {
            refused(invoice.given(invoice(NUMBER), paid("bank 17")).when(charge("1.00", "card 1")), "invoice-open");
            refused(
                    invoice.given(invoice(NUMBER), credited()).when(charge("159.31", "card 1")),
                    "invoice-not-credited");
        }

        @Test
        void isRefusedForACreditNote() {
            refused(invoice.given(creditNote()).when(charge(CREDIT_NOTE, "1.00", "card 1")), "is-invoice");
        }
    }

    @Nested
    class CreditingAnInvoice {

        @Test
        void makesACreditNoteWithTheNextNumber() {
            invoice.given(invoice(NUMBER)).when(credit(NUMBER)).expectEvents(credited());

            assertThat(others.eventsOf("invoice-book:2026"))
                    .containsExactly(new InvoiceNumberTaken(2026, 123), new InvoiceNumberTaken(2026, 124));
            assertThat(others.eventsOf("invoice:" + CREDIT_NOTE)).containsExactly(creditNote());
        }

        @Test
        void takesANumberOfTheYearItHappensIn() {
            on(Stories.termsAt(Instant.parse("2027-01-02T11:00:00Z")));

            invoice.given(invoice(NUMBER))
                    .when(credit(NUMBER))
                    .expectEvents(new InvoiceCredited(NUMBER, "2027-000001"));

            assertThat(others.eventsOf("invoice-book:2027")).containsExactly(new InvoiceNumberTaken(2027, 1));
        }

        @Test
        void isDoneAlsoWhenItIsPaid() {
            invoice.given(invoice(NUMBER), paid("bank 17")).when(credit(NUMBER)).expectEvents(credited());
        }

        @Test
        void isRefusedASecondTime() {
            refused(invoice.given(invoice(NUMBER), credited()).when(credit(NUMBER)), "invoice-not-credited");

            assertThat(others.eventsOf("invoice-book:2026")).hasSize(1);
        }

        @Test
        void isRefusedForACreditNote() {
            refused(invoice.given(creditNote()).when(credit(CREDIT_NOTE)), "is-invoice");

            assertThat(others.eventsOf("invoice-book:2026")).hasSize(1);
        }
    }

    private static void refused(ResultValidator<?> result, String rule) {
        result.expectNoEvents()
                .expectException(RuleViolatedException.class)
                .expectException(org.axonframework.test.matchers.Matchers.predicate(
                        refusal -> ((RuleViolatedException) refusal).rule().equals(rule)));
    }

    private static RecordInvoicePayment pay(String amount, String reference) {
        return pay(NUMBER, amount, reference);
    }

    private static RecordInvoicePayment pay(String number, String amount, String reference) {
        return new RecordInvoicePayment(new InvoiceNumber(number), euros(amount), reference);
    }

    private static RecordCardPayment charge(String amount, String reference) {
        return charge(NUMBER, amount, reference);
    }

    private static RecordCardPayment charge(String number, String amount, String reference) {
        return new RecordCardPayment(new InvoiceNumber(number), euros(amount), reference);
    }

    private static InvoicePartlyPaid part(String amount, String reference) {
        return new InvoicePartlyPaid(NUMBER, euros(amount), "EUR", reference, TODAY);
    }

    private static CreditInvoice credit(String number) {
        return new CreditInvoice(new InvoiceNumber(number), "Wrong customer");
    }

    private static InvoicePaid paid(String reference) {
        return new InvoicePaid(NUMBER, euros("159.31"), "EUR", reference, TODAY);
    }

    private static InvoiceCredited credited() {
        return new InvoiceCredited(NUMBER, CREDIT_NOTE);
    }

    private static CreditNoteIssued creditNote() {
        return new CreditNoteIssued(
                CREDIT_NOTE,
                NUMBER,
                "Wrong customer",
                JOB,
                GARAGE,
                ANNA,
                "KN-16-RS",
                "Oil change",
                WORKED_ON,
                LocalDate.of(2026, 11, 24),
                "EUR",
                List.of(
                        new InvoiceLine(
                                "Labour", "", euros("-1.25"), "hour", euros("68.00"), percent("21"), euros("-85.00")),
                        new InvoiceLine(
                                "Engine oil",
                                "OIL-5W30-1L",
                                euros("-4"),
                                "piece",
                                euros("12.95"),
                                percent("9"),
                                euros("-51.80"))),
                euros("-136.80"),
                List.of(
                        new InvoiceVat(percent("9"), euros("-51.80"), euros("-4.66")),
                        new InvoiceVat(percent("21"), euros("-85.00"), euros("-17.85"))),
                euros("-159.31"));
    }
}
