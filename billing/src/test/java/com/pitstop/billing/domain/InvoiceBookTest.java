package com.pitstop.billing.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.chassis.axon.Serializers;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoiceNumberTaken;
import com.pitstop.shared.billing.JobInvoiced;

import static com.pitstop.billing.domain.Stories.ANNA;
import static com.pitstop.billing.domain.Stories.JOB;
import static com.pitstop.billing.domain.Stories.invoice;
import static com.pitstop.billing.domain.Stories.job;
import static com.pitstop.billing.domain.Stories.oil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How jobs are invoiced, and what keeps their numbers without gaps. */
class InvoiceBookTest {

    private static final Duration AN_HOUR_AND_TEN_MINUTES = Duration.ofMinutes(70);

    private final Set<UUID> invoiced = new HashSet<>();
    private FixtureConfiguration<InvoiceBook> book;
    private OtherStreams others;

    @BeforeEach
    void aGarageOnAnOrdinaryDay() {
        on(Stories.terms());
    }

    @Nested
    class InvoicingAJob {

        @Test
        void takesTheFirstNumberOfTheYear() {
            book.givenNoPriorActivity()
                    .when(issue(2026, job(AN_HOUR_AND_TEN_MINUTES, oil(4))))
                    .expectEvents(new InvoiceNumberTaken(2026, 1));

            assertThat(others.eventsOf("invoice:2026-000001")).containsExactly(invoice("2026-000001"));
            assertThat(others.eventsOf("job-invoice:" + JOB)).containsExactly(new JobInvoiced(JOB, "2026-000001"));
        }

        @Test
        void takesTheNumberAfterTheLastOne() {
            book.given(new InvoiceNumberTaken(2026, 1), new InvoiceNumberTaken(2026, 2))
                    .when(issue(2026, job(AN_HOUR_AND_TEN_MINUTES, oil(4))))
                    .expectEvents(new InvoiceNumberTaken(2026, 3));

            assertThat(others.eventsOf("invoice:2026-000003")).containsExactly(invoice("2026-000003"));
        }

        @Test
        void changesNothingForAJobThatHasItsInvoice() {
            invoiced.add(JOB);

            book.given(new InvoiceNumberTaken(2026, 1))
                    .when(issue(2026, job(AN_HOUR_AND_TEN_MINUTES)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void chargesEveryQuarterOfAnHourThatWasBegun() {
            assertThat(labour(Duration.ofSeconds(1))).isEqualByComparingTo("17.00");
            assertThat(labour(Duration.ofMinutes(15))).isEqualByComparingTo("17.00");
            assertThat(labour(Duration.ofMinutes(15).plusNanos(1000))).isEqualByComparingTo("34.00");
            assertThat(labour(Duration.ofMinutes(60))).isEqualByComparingTo("68.00");
            assertThat(labour(Duration.ofMinutes(61))).isEqualByComparingTo("85.00");
        }

        @Test
        void isDatedInTheGaragesZone() {
            on(Stories.termsAt(Instant.parse("2026-12-31T23:30:00Z")));

            book.givenNoPriorActivity().when(issue(2027, job(AN_HOUR_AND_TEN_MINUTES)));

            assertThat(issued("2027-000001"))
                    .extracting(InvoiceIssued::issuedOn, InvoiceIssued::dueOn)
                    .containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31));
        }

        @Test
        void isOfTheOldYearWhenAskedForInItsLastMoment() {
            on(Stories.termsAt(Instant.parse("2026-12-31T23:30:00Z")));

            book.givenNoPriorActivity().when(issue(2026, job(AN_HOUR_AND_TEN_MINUTES)));

            assertThat(issued("2026-000001").issuedOn()).isEqualTo(LocalDate.of(2026, 12, 31));
        }

        @Test
        void isRefusedForAPartInAnotherCurrency() {
            var imported = new BilledPart("CAM-1", "Camshaft", 1, new BigDecimal("90.00"), "USD");

            book.given(new InvoiceNumberTaken(2026, 1))
                    .when(issue(2026, job(AN_HOUR_AND_TEN_MINUTES, imported)))
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class)
                    .expectExceptionMessage("Part CAM-1 is priced in USD, and invoices are in EUR");

            assertThat(others.eventsOf("job-invoice:" + JOB)).isEmpty();
        }

        @Test
        void isRefusedForAJobThatTookNoTime() {
            assertThatThrownBy(() -> job(Duration.ZERO)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> job(Duration.ofMinutes(-1))).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void isReadBackFromItsSnapshot() {
        var serializer = Serializers.snapshots();
        var before = new InvoiceBook();
        before.on(new InvoiceNumberTaken(2026, 123));

        SerializedObject<String> stored = serializer.serialize(before, String.class);
        InvoiceBook after = serializer.deserialize(stored);

        assertThat(after).usingRecursiveComparison().isEqualTo(before);
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }

    @Test
    void isAskedFromOtherProcessesToo() {
        var serializer = Serializers.messages();
        var command = issue(2026, job(AN_HOUR_AND_TEN_MINUTES, oil(4)));

        SerializedObject<byte[]> sent = serializer.serialize(command, byte[].class);
        IssueInvoice received = serializer.deserialize(sent);

        assertThat(received).isEqualTo(command);
    }

    @Test
    void knowsWhatANumberLooksLike() {
        assertThat(new InvoiceBookId(2026).number(7).value()).isEqualTo("2026-000007");
        assertThat(new InvoiceBookId(2026).number(1_234_567).value()).isEqualTo("2026-1234567");
        assertThatThrownBy(() -> new InvoiceNumber("2026-7")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new InvoiceNumber("invoice:2026-000007")).isInstanceOf(InvalidValueException.class);
    }

    private void on(BillingTerms terms) {
        InvoicedJobs jobs = invoiced::contains;
        others = new OtherStreams(terms, jobs);
        book = new AggregateTestFixture<>(InvoiceBook.class);
        book.registerRepositoryProvider(others);
        book.registerInjectableResource(terms);
        book.registerInjectableResource(jobs);
    }

    private BigDecimal labour(Duration worked) {
        on(Stories.terms());
        book.givenNoPriorActivity().when(issue(2026, job(worked)));
        return issued("2026-000001").net();
    }

    private InvoiceIssued issued(String number) {
        return (InvoiceIssued) others.eventsOf("invoice:" + number).get(0);
    }

    private static IssueInvoice issue(int year, BilledJob job) {
        return new IssueInvoice(new InvoiceBookId(year), job, ANNA);
    }
}
