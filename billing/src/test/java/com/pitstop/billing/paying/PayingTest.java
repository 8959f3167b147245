package com.pitstop.billing.paying;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;

import com.pitstop.billing.Billing;
import com.pitstop.billing.History;
import com.pitstop.billing.domain.InvoiceNumber;
import com.pitstop.billing.domain.RecordInvoicePayment;
import com.pitstop.billing.domain.payment.AuthorizePayment;
import com.pitstop.billing.domain.payment.CapturePayment;
import com.pitstop.billing.domain.payment.Card;
import com.pitstop.billing.domain.payment.Money;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.billing.domain.payment.ProviderRequest;
import com.pitstop.billing.domain.payment.RefundPayment;
import com.pitstop.billing.domain.payment.Step;
import com.pitstop.billing.domain.payment.VoidPayment;
import com.pitstop.billing.payments.FindPayment;
import com.pitstop.billing.payments.Payment;
import com.pitstop.billing.payments.PaymentStatus;
import com.pitstop.billing.payments.Questions;
import com.pitstop.billing.payments.Questions.Question;
import com.pitstop.billing.payments.StepStatus;
import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoicePaid;
import com.pitstop.shared.billing.PaymentOutcomeUnknown;

import static org.assertj.core.api.Assertions.assertThat;

/** From what was asked for to what the provider did, through lost answers, crashes and replays, by a clock that is moved. */
@ParameterizedClass
@EnumSource
class PayingTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final BigDecimal ALL = new BigDecimal("100.00");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final GarageClock CLOCK = new GarageClock("2026-11-23T10:00");

    private static ConfigurableApplicationContext service;
    private static History garage;

    private final PaymentId payment = new PaymentId(UUID.randomUUID());

    PayingTest(Database database) {
        assertThat(database).isNotNull();
    }

    /** Not annotated, or the services of other tests would find it, too. */
    static class Clocks {

        @Bean
        @Primary
        Clock clockToMove() {
            return CLOCK;
        }
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.put("pitstop.billing.provider.timeout", "300ms");
        settings.put("pitstop.billing.provider.backoff", "10ms");
        settings.put("pitstop.billing.provider.look-every", "50ms");
        settings.put("pitstop.billing.provider.recovery", "500ms");
        service = new SpringApplicationBuilder(Billing.class, Clocks.class).run(TestDatabases.arguments(settings));
        garage = new History(service);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    /** What the provider never answers would be asked about in the other tests, too. */
    @AfterEach
    void giveUpWhatIsOpen() {
        if (payment().filter(open -> open.status() == PaymentStatus.REQUESTED).isPresent()) {
            send(new VoidPayment(payment));
            await(PaymentStatus.VOIDED);
        }
    }

    @Nested
    class ACardThatAnswers {

        @Test
        void isCapturedAtOnceWhereThatIsWanted() {
            authorize("card_approved", true);

            await(PaymentStatus.CAPTURED);
            assertThat(charges()).containsExactly("AUTHORIZATION", "CAPTURE");
        }

        @Test
        void isCapturedAndRefundedWhenSomebodyAsks() {
            authorize("card_approved", false);
            await(PaymentStatus.AUTHORIZED);
            send(new CapturePayment(payment, null));
            await(PaymentStatus.CAPTURED);
            send(new RefundPayment(payment, UUID.randomUUID(), new BigDecimal("40")));
            send(new RefundPayment(payment, UUID.randomUUID(), null));

            var refunded = await(PaymentStatus.REFUNDED);
            assertThat(refunded.captured()).isEqualByComparingTo("100");
            assertThat(refunded.refunded()).isEqualByComparingTo("100");
            assertThat(refunded.steps())
                    .hasSize(4)
                    .allMatch(step -> step.status() == StepStatus.DONE && step.nextQuestionAt() == null);
            assertThat(charges()).containsExactly("AUTHORIZATION", "CAPTURE", "REFUND", "REFUND");
        }

        @Test
        void isVoided() {
            authorize("card_approved", false);
            await(PaymentStatus.AUTHORIZED);
            send(new VoidPayment(payment));

            await(PaymentStatus.VOIDED);
            assertThat(charges()).containsExactly("AUTHORIZATION", "VOID");
        }

        @Test
        void isDeclined() {
            authorize("card_declined", true);

            var declined = await(PaymentStatus.DECLINED);
            assertThat(declined.declineReason()).isEqualTo("The card was declined");
            assertThat(declined.waitsFor()).isEqualTo("Nothing: the provider declined the payment");
            assertThat(charges()).isEmpty();
        }
    }

    @Nested
    class AnAnswerThatIsLost {

        @Test
        void isFoundByAsking() {
            authorize("card_timeout_done", true);

            await(PaymentStatus.CAPTURED);
            assertThat(charges()).containsExactly("AUTHORIZATION", "CAPTURE");
        }

        @Test
        void isUnknownOnceAndAskedForLaterAndLater() {
            authorize("card_timeout", false);

            awaitAttempts(1, Duration.ofSeconds(5));
            move(Duration.ofSeconds(5));
            awaitAttempts(2, Duration.ofSeconds(10));
            move(Duration.ofSeconds(10));
            awaitAttempts(3, Duration.ofSeconds(20));
            assertThat(payment().orElseThrow().waitsFor())
                    .isEqualTo("The provider did not say what it did: it is asked again");
            assertThat(events(PaymentOutcomeUnknown.class)).isOne();
            assertThat(charges()).isEmpty();
        }

        @Test
        void isFoundLaterWhenItWasDoneAfterAll() {
            authorize("card_timeout", false);
            awaitAttempts(1, Duration.ofSeconds(5));
            arrivesLate(Step.AUTHORIZATION);

            move(Duration.ofSeconds(5));

            await(PaymentStatus.AUTHORIZED);
            assertThat(charges()).containsExactly("AUTHORIZATION");
        }

        @Test
        void doesNotMatterOnceItIsVoided() {
            authorize("card_timeout", true);
            awaitAttempts(1, Duration.ofSeconds(5));

            send(new VoidPayment(payment));

            await(PaymentStatus.VOIDED);
            assertThat(charges()).containsExactly("VOID");
            move(Duration.ofHours(1));
            assertThat(payment().orElseThrow().steps().get(0).status()).isEqualTo(StepStatus.GIVEN_UP);
        }

        @Test
        void isVoidedWhereItWasDone() {
            authorize("card_timeout", true);
            awaitAttempts(1, Duration.ofSeconds(5));
            arrivesLate(Step.AUTHORIZATION);

            send(new VoidPayment(payment));

            await(PaymentStatus.VOIDED);
            assertThat(charges()).containsExactly("AUTHORIZATION", "VOID");
        }
    }

    @Nested
    class ACustomerWhoHasToConfirm {

        @Test
        void isWaitedFor() {
            authorize("card_3d_secure", true);
            var waiting = await(PaymentStatus.AWAITING_CUSTOMER);
            assertThat(charges()).isEmpty();

            confirm(waiting, true);
            move(Duration.ofSeconds(5));

            await(PaymentStatus.CAPTURED);
            assertThat(charges()).containsExactly("AUTHORIZATION", "CAPTURE");
        }

        @Test
        void mayFail() {
            authorize("card_3d_secure", true);
            confirm(await(PaymentStatus.AWAITING_CUSTOMER), false);
            move(Duration.ofSeconds(5));

            assertThat(await(PaymentStatus.DECLINED).declineReason()).isEqualTo("The customer did not confirm");
        }

        @Test
        void mayBeTooLate() {
            authorize("card_3d_secure", true);
            var waiting = await(PaymentStatus.AWAITING_CUSTOMER);
            send(new VoidPayment(payment));
            await(PaymentStatus.VOIDED);

            assertThat(confirm(waiting, true)).isEqualTo(409);
            move(Duration.ofHours(1));
            assertThat(payment().orElseThrow().status()).isEqualTo(PaymentStatus.VOIDED);
        }
    }

    /** Since the provider did something that nobody here asked for. */
    @Nested
    class AStepThatIsRefused {

        @Test
        void leavesWhatWasToBeCapturedSetAside() {
            authorize("card_approved", false);
            await(PaymentStatus.AUTHORIZED);
            arrivesLate(Step.VOID);

            send(new CapturePayment(payment, null));

            assertThat(awaitRefused(Step.CAPTURE).status()).isEqualTo(PaymentStatus.AUTHORIZED);
        }

        @Test
        void leavesWhatWasToBeVoidedSetAside() {
            authorize("card_approved", false);
            await(PaymentStatus.AUTHORIZED);
            arrivesLate(Step.CAPTURE);

            send(new VoidPayment(payment));

            assertThat(awaitRefused(Step.VOID).status()).isEqualTo(PaymentStatus.AUTHORIZED);
        }

        @Test
        void leavesTheCustomerToConfirmWhatWasToBeVoided() {
            authorize("card_3d_secure", false);
            var waiting = await(PaymentStatus.AWAITING_CUSTOMER);
            arrivesLate(Step.CAPTURE);

            send(new VoidPayment(payment));

            assertThat(awaitRefused(Step.VOID).status()).isEqualTo(PaymentStatus.AWAITING_CUSTOMER);
            confirm(waiting, true);
            move(Duration.ofSeconds(10));
            await(PaymentStatus.AUTHORIZED);
        }

        @Test
        void leavesWhatWasToBeRefundedCaptured() {
            authorize("card_approved", true);
            await(PaymentStatus.CAPTURED);
            garage.database()
                    .update(
                            "delete from billing.simulated_order where payment_id = ? and step = 'CAPTURE'",
                            payment.value());

            send(new RefundPayment(payment, UUID.randomUUID(), null));

            var refused = awaitRefused(Step.REFUND);
            assertThat(refused.status()).isEqualTo(PaymentStatus.CAPTURED);
            assertThat(refused.refunded()).isEqualByComparingTo("0");
            assertThat(refused.waitsFor()).isEqualTo("Nothing: the amount is captured");
        }

        private Payment awaitRefused(Step step) {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> payment().orElseThrow().steps().stream()
                            .anyMatch(asked -> asked.step() == step
                                    && asked.status() == StepStatus.REFUSED
                                    && asked.reason() != null));
            return payment().orElseThrow();
        }
    }

    @Nested
    class AProcessThatDies {

        /** As one that died between the call and its answer: the order arrived, and the question is taken. */
        @Test
        void leavesItToBeAskedAndNotDoneAgain() {
            rounds().stop();
            authorize("card_approved", false);
            var question = awaitQuestion();
            assertThat(questions().take(question, now().plusSeconds(30))).isTrue();
            assertThat(questions().take(question, now().plusSeconds(30)))
                    .as("by another")
                    .isFalse();
            arrivesLate(Step.AUTHORIZATION);

            rounds().start();
            assertThat(payment().orElseThrow().status()).isEqualTo(PaymentStatus.REQUESTED);
            move(Duration.ofSeconds(30));

            await(PaymentStatus.AUTHORIZED);
            assertThat(charges()).containsExactly("AUTHORIZATION");
        }

        @Test
        void doesNoHarmWhenItWasOnlySlow() {
            rounds().stop();
            authorize("card_approved", true);
            var question = awaitQuestion();

            IntStream.range(0, 4).parallel().forEach(process -> asking().settle(question));
            rounds().start();

            await(PaymentStatus.CAPTURED);
            asking().settle(question);
            assertThat(charges()).containsExactly("AUTHORIZATION", "CAPTURE");
        }
    }

    @Nested
    class AnInvoice {

        private String invoice;

        @BeforeEach
        void isIssued() {
            var job = garage.plannedJob(garage.registeredCustomer("Anna"));
            garage.finishedJob(job);
            Awaitility.await().atMost(SOON).until(() -> garage.isInvoiced(job));
            InvoiceIssued issued = garage.invoiceOf(job);
            assertThat(issued.total()).isEqualByComparingTo("82.28");
            invoice = issued.number();
        }

        @Test
        void isPaidByWhatWasCaptured() {
            authorize("card_approved", true, invoice, "82.28");

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(paidBy()).isEqualTo("payment " + payment.value()));
            assertThat(charges()).containsExactly("AUTHORIZATION", "CAPTURE");
        }

        @Test
        void givesBackWhatWasCapturedWhenItIsPaidOtherwise() {
            authorize("card_approved", false, invoice, "82.28");
            await(PaymentStatus.AUTHORIZED);
            send(new RecordInvoicePayment(new InvoiceNumber(invoice), new BigDecimal("82.28"), "bank 17"));
            send(new CapturePayment(payment, null));

            await(PaymentStatus.REFUNDED);
            assertThat(charges()).containsExactly("AUTHORIZATION", "CAPTURE", "REFUND");
            assertThat(paidBy()).isEqualTo("bank 17");
        }

        private String paidBy() {
            return service.getBean(EventStore.class)
                    .readEvents("invoice:" + invoice)
                    .asStream()
                    .map(EventMessage::getPayload)
                    .filter(InvoicePaid.class::isInstance)
                    .map(paid -> ((InvoicePaid) paid).reference())
                    .findFirst()
                    .orElse("");
        }
    }

    @Nested
    class AReplay {

        @Test
        void chargesNobodyAndEndsWithTheSameRows() {
            authorize("card_approved", true);
            await(PaymentStatus.CAPTURED);
            send(new RefundPayment(payment, UUID.randomUUID(), new BigDecimal("40")));
            var before = await(PaymentStatus.PARTIALLY_REFUNDED);
            var all = rows("simulated_order");
            var payments = rows("payment");
            var steps = rows("payment_step");

            replay();

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(payment()).contains(before));
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(rows("payment")).isEqualTo(payments));
            assertThat(rows("payment_step")).isEqualTo(steps);
            assertThat(rows("simulated_order")).isEqualTo(all);
        }

        private void replay() {
            var processor = service.getBean(EventProcessingConfiguration.class)
                    .eventProcessorByProcessingGroup("billing-payments", StreamingEventProcessor.class)
                    .orElseThrow();
            processor.shutDown();
            processor.resetTokens();
            processor.start();
        }

        private static List<Map<String, Object>> rows(String table) {
            return garage.database().queryForList("select * from billing." + table + " order by 1");
        }
    }

    private void authorize(String card, boolean capture) {
        authorize(card, capture, "", "100.00");
    }

    private void authorize(String card, boolean capture, String invoice, String amount) {
        send(new AuthorizePayment(
                payment, UUID.randomUUID(), invoice, new Money(new BigDecimal(amount), EUR), new Card(card), capture));
    }

    private static void send(Object command) {
        service.getBean(CommandGateway.class).sendAndWait(command);
    }

    /** What was under way when nobody waited for it any more. */
    private void arrivesLate(Step step) {
        garage.database()
                .update(
                        "insert into billing.simulated_order (idempotency_key, payment_id, step, amount, currency, card, status)"
                                + " values (?, ?, ?, ?, 'EUR', 'card_approved', 'DONE')",
                        ProviderRequest.key(payment.value(), step, null),
                        payment.value(),
                        step.name(),
                        ALL);
    }

    private int confirm(Payment waiting, boolean passed) {
        return new Api("")
                .client()
                .post()
                .uri(URI.create(waiting.confirmationUrl()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("passed", passed))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private Payment await(PaymentStatus status) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(payment().map(Payment::status)).contains(status));
        return payment().orElseThrow();
    }

    private void awaitAttempts(int attempts, Duration untilNext) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            var step = payment().orElseThrow().steps().get(0);
            assertThat(step.status()).isEqualTo(StepStatus.UNKNOWN);
            assertThat(step.attempts()).isEqualTo(attempts);
            assertThat(step.nextQuestionAt()).isEqualTo(now().plus(untilNext));
        });
    }

    private Question awaitQuestion() {
        Awaitility.await().atMost(SOON).until(() -> !mine().isEmpty());
        return mine().get(0);
    }

    private List<Question> mine() {
        return questions().due(now(), 100).stream()
                .filter(question -> question.paymentId().equals(payment.value()))
                .toList();
    }

    private Optional<Payment> payment() {
        return service.getBean(QueryGateway.class)
                .query(new FindPayment(payment.value()), ResponseTypes.optionalInstanceOf(Payment.class))
                .join();
    }

    private List<String> charges() {
        return garage.database()
                .queryForList(
                        "select step from billing.simulated_order where payment_id = ? and status = 'DONE' order by step",
                        String.class,
                        payment.value());
    }

    private long events(Class<?> type) {
        return service.getBean(EventStore.class)
                .readEvents(payment.toString())
                .asStream()
                .filter(event -> type.isInstance(event.getPayload()))
                .count();
    }

    private static void move(Duration further) {
        CLOCK.forward(further);
    }

    private static Instant now() {
        return CLOCK.instant();
    }

    private static Questions questions() {
        return service.getBean(Questions.class);
    }

    private static Lifecycle rounds() {
        return service.getBean("rounds", Lifecycle.class);
    }

    private static WhenPaymentIsAskedForThenAskProvider asking() {
        return service.getBean(WhenPaymentIsAskedForThenAskProvider.class);
    }
}
