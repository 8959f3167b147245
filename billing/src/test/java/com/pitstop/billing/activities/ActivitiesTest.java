package com.pitstop.billing.activities;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.billing.Billing;
import com.pitstop.billing.History;
import com.pitstop.billing.domain.BillingTerms;
import com.pitstop.billing.domain.InvoiceNumber;
import com.pitstop.billing.domain.RecordInvoicePayment;
import com.pitstop.billing.domain.account.BillingAccountId;
import com.pitstop.billing.domain.account.BillingAddress;
import com.pitstop.billing.domain.account.OpenBillingAccount;
import com.pitstop.billing.domain.account.PaymentMethod;
import com.pitstop.billing.domain.account.Plan;
import com.pitstop.billing.domain.account.ReferralCode;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.billing.domain.payment.VoidPayment;
import com.pitstop.billing.payments.ListPayments;
import com.pitstop.billing.payments.PaymentPage;
import com.pitstop.billing.payments.PaymentStatus;
import com.pitstop.chassis.test.PaperSlip;
import com.pitstop.chassis.test.PaperSlip.PaperStep;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.billing.BillingAccountClosed;
import com.pitstop.shared.billing.BillingAccountOpened;
import com.pitstop.shared.billing.InvoicePaid;
import com.pitstop.shared.billing.InvoicePartlyPaid;
import com.pitstop.shared.billing.PaymentAuthorizationRequested;
import com.pitstop.shared.billing.PaymentCaptureRequested;
import com.pitstop.shared.billing.PaymentCaptured;
import com.pitstop.shared.billing.PaymentVoidRequested;
import com.pitstop.shared.customer.CustomerRegistered;
import com.pitstop.shared.process.StepAnswered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What billing does for routing slips, and what it answers. */
class ActivitiesTest {

    private static ConfigurableApplicationContext service;
    private static EventStore events;
    private static CommandGateway commands;

    private final PaperSlip slip = new PaperSlip(events, "billing");
    private final UUID anna = UUID.randomUUID();

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(TestDatabases.h2());
        settings.put("pitstop.billing.provider.look-every", "50ms");
        service = new SpringApplicationBuilder(Billing.class)
                .properties(Map.of("spring.application.name", "billing"))
                .run(TestDatabases.arguments(settings));
        events = service.getBean(EventStore.class);
        commands = service.getBean(CommandGateway.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void annaIsACustomer() {
        events.publish(new GenericDomainEventMessage<>(
                "Customer",
                "customer:" + anna,
                0,
                new CustomerRegistered(anna, "Anna", "Kade 1", "1234 AB", "Utrecht", "06-1", "anna@example.org")));
    }

    @Nested
    class OpeningAnAccount {

        @Test
        void agreesOnItOnceHoweverOftenItIsAskedTo() {
            var step = open(Map.of(
                    "plan", "FLEET",
                    "paymentMethod", "INVOICE",
                    "billingAddress", Map.of("address", "Kade 2", "postalCode", "1234 AC", "city", "Utrecht"),
                    "referralCode", "REF-AB12CD34"));

            var answer = step.performed();

            assertThat(answer.outcome()).isEqualTo("COMPLETED");
            assertThat(answer.data()).isEqualTo(Map.of("customerId", anna.toString()));
            assertThat(step.performed().data()).isEqualTo(answer.data());
            assertOpened("FLEET", "INVOICE", "Kade 2", "1234 AC", "Utrecht", "REF-AB12CD34", 14, 20);
        }

        @Test
        void agreesOnACardWhenNothingElseIsSaid() {
            open(Map.of("plan", "PAY_AS_YOU_GO")).performed();

            assertOpened("PAY_AS_YOU_GO", "CARD", "", "", "", "", 0, 0);
        }

        @Test
        void isContentWithTheSameAccountOpenedBeforeAndLeavesItThere() {
            openedBefore(Plan.SERVICE_PLAN);
            var step = open(Map.of("plan", "SERVICE_PLAN"));

            var answer = step.performed();

            assertThat(answer.outcome()).isEqualTo("COMPLETED");
            assertThat(answer.data()).containsEntry("alreadyExists", true);
            assertThat(step.undone(answer.data()).data()).containsEntry("found", false);
            assertThat(happenedTo(account())).hasSize(1);
        }

        @Test
        void isRefusedWhileAnotherIsOpen() {
            openedBefore(Plan.FLEET);

            assertRefused(open(Map.of("plan", "SERVICE_PLAN")).performed(), "one-open-account");
        }

        @Test
        void isRefusedToAStrangerAndWithoutAPlan() {
            assertRefused(
                    slip.step(
                                    "open-billing-account",
                                    Map.of("customerId", UUID.randomUUID().toString(), "plan", "FLEET"))
                            .performed(),
                    "known-customer");
            assertRefused(open(Map.of("plan", "FREE")).performed(), "step-argument");
            assertRefused(open(Map.of("plan", "FLEET", "paymentMethod", "CASH")).performed(), "step-argument");
            assertRefused(
                    open(Map.of("plan", "SERVICE_PLAN", "paymentMethod", "INVOICE"))
                            .performed(),
                    "invoice-for-fleets");
        }

        @Test
        void isUndoneByClosingIt() {
            var step = open(Map.of("plan", "SERVICE_PLAN"));
            var data = step.performed().data();

            assertThat(step.undone(data).data()).containsEntry("found", true);

            assertThat(happenedTo(account())).endsWith(new BillingAccountClosed(anna, "onboarding-failed"));
        }

        @Test
        void saysWhetherItWasDone() {
            var step = open(Map.of("plan", "SERVICE_PLAN"));
            assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");
            assertThat(step.undone(Map.of()).data()).containsEntry("found", false);

            var other = slip.step("again", "open-billing-account", arguments(Map.of("plan", "SERVICE_PLAN")));
            var answer = other.performed();

            assertThat(other.outcome().data()).isEqualTo(answer.data());
        }

        private PaperStep open(Map<String, Object> more) {
            return slip.step("open-billing-account", arguments(more));
        }

        private void openedBefore(Plan plan) {
            commands.sendAndWait(new OpenBillingAccount(
                    account(), plan, PaymentMethod.CARD, BillingAddress.OF_THE_CUSTOMER, ReferralCode.NONE));
        }

        private void assertOpened(
                String plan,
                String method,
                String address,
                String postalCode,
                String city,
                String code,
                int trial,
                int discount) {
            var today = service.getBean(BillingTerms.class).today();
            assertThat(happenedTo(account()))
                    .containsExactly(new BillingAccountOpened(
                            anna, plan, method, address, postalCode, city, code, today, trial, discount));
        }

        private BillingAccountId account() {
            return new BillingAccountId(anna);
        }
    }

    @Nested
    class AuthorisingAPayment {

        @Test
        void isAnsweredWhenTheProviderHasDoneIt() {
            var step = authorise("card_approved");

            var answer = step.performed();

            assertThat(answer.outcome()).isEqualTo("COMPLETED");
            assertThat(step.performed().data()).isEqualTo(answer.data());
            assertThat(step.outcome().data()).isEqualTo(answer.data());
            assertThat(happenedTo(payment(answer)))
                    .filteredOn(PaymentAuthorizationRequested.class::isInstance)
                    .hasSize(1);
        }

        @Test
        void isRefusedWhenTheProviderDeclines() {
            var step = authorise("card_declined");

            assertRefused(step.performed(), "payment-declined");
            assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");
            assertThat(step.undone(Map.of()).data()).containsEntry("found", true);
        }

        @Test
        void isRefusedWhenItCouldNeverBeDone() {
            assertRefused(
                    authorise(Map.of("amount", "0.00", "card", "card_approved")).performed(), "amount");
            assertRefused(
                    authorise(Map.of("amount", "10.00", "card", "4111111111111111"))
                            .performed(),
                    "card-token");
            assertRefused(
                    authorise(Map.of("amount", "10.00", "card", "card_approved", "currency", "USD"))
                            .performed(),
                    "garage-currency");
        }

        @Test
        void waitsForACustomerWhoHasToConfirmIt() {
            var step = authorise("card_3d_secure");
            var request = step.request();
            var question = step.ask();
            var payment = awaitingCustomer();

            assertThat(slip.isAnswered(request)).isFalse();
            assertThat(slip.isAnswered(question)).isFalse();

            commands.sendAndWait(new VoidPayment(payment));

            assertRefused(slip.answerTo(request), "payment-voided");
            assertThat(slip.answerTo(question).outcome()).isEqualTo("NOT_DONE");
        }

        @Test
        void isUndoneByAskingForAVoid() {
            var step = authorise("card_approved");
            var answer = step.performed();

            assertThat(step.undone(answer.data()).data()).containsEntry("found", true);

            assertThat(happenedTo(payment(answer)))
                    .contains(new PaymentVoidRequested(payment(answer).value()));
            assertThat(step.undone(answer.data()).data()).containsEntry("found", true);
            assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");
        }

        @Test
        void doesNotBeginAnyMoreOnceItWasUndone() {
            var step = authorise("card_approved");

            assertThat(step.undone(Map.of()).data()).containsEntry("found", false);

            assertRefused(step.performed(), "idempotency-key-reused");
            assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");
        }

        private PaymentId awaitingCustomer() {
            var payments = service.getBean(QueryGateway.class);
            var asked = new ListPayments(null, anna, PaymentStatus.AWAITING_CUSTOMER, 0, 1);
            var found = await().atMost(Duration.ofSeconds(20))
                    .until(() -> payments.query(asked, PaymentPage.class).join().items(), items -> !items.isEmpty());
            return new PaymentId(found.get(0).paymentId());
        }
    }

    private Map<String, Object> arguments(Map<String, Object> more) {
        var arguments = new HashMap<String, Object>(more);
        arguments.put("customerId", anna.toString());
        return arguments;
    }

    private PaperStep authorise(String card) {
        return authorise(Map.of("amount", "149.50", "card", card));
    }

    private PaperStep authorise(Map<String, Object> more) {
        return slip.step("authorise-payment", arguments(more));
    }

    private static PaymentId payment(StepAnswered answer) {
        return new PaymentId(UUID.fromString((String) answer.data().get("paymentId")));
    }

    @Nested
    class CapturingAPayment {

        @Test
        void isAnsweredWhenTheProviderHasDoneIt() {
            var paymentId = authorise("card_approved").performed().data().get("paymentId");
            var step = slip.step("capture-payment", Map.of("paymentId", paymentId));
            assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");

            var answer = step.performed();

            assertThat(answer.outcome()).isEqualTo("COMPLETED");
            assertThat(answer.data())
                    .isEqualTo(Map.of("paymentId", paymentId, "captured", "149.50", "invoiceNumber", ""));
            assertThat(step.performed().data()).isEqualTo(answer.data());
            assertThat(step.outcome().data()).isEqualTo(answer.data());
            assertThat(happenedTo("payment:" + paymentId))
                    .filteredOn(PaymentCaptured.class::isInstance)
                    .hasSize(1);
            assertRefused(step.undone(answer.data()), "payment-not-captured");
        }

        @Test
        void isRefusedForWhatIsNotSetAside() {
            var step = slip.step(
                    "capture-payment", Map.of("paymentId", UUID.randomUUID().toString()));

            assertRefused(step.performed(), "known-payment");
            assertThat(step.undone(Map.of()).data()).containsEntry("found", false);
        }
    }

    /** An hour of labour is 82.28 with VAT. */
    @Nested
    class CapturingAPaymentOfAJob {

        private final History garage = new History(service);
        private final UUID job = garage.plannedJob(anna);

        @Test
        void takesWhatTheInvoiceComesToAndPaysIt() {
            var step = capture(authorised("149.50"));
            finishAndInvoice();

            var answer = step.performed();

            var number = garage.invoiceOf(job).number();
            assertThat(answer.outcome()).isEqualTo("COMPLETED");
            assertThat(answer.data()).containsEntry("captured", "82.28").containsEntry("invoiceNumber", number);
            awaitPaid(number);
            assertThat(step.performed().data()).isEqualTo(answer.data());
            assertThat(step.outcome().data()).isEqualTo(answer.data());
            assertThat(happenedTo("invoice:" + number)).hasSize(2);
        }

        @Test
        void leavesTheRestOfTheInvoiceDueWhenTooLittleIsSetAside() {
            var payment = authorised("50.00");
            finishAndInvoice();

            assertThat(capture(payment).performed().data()).containsEntry("captured", "50.00");

            var number = garage.invoiceOf(job).number();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(happenedTo("invoice:" + number))
                            .last()
                            .isInstanceOfSatisfying(
                                    InvoicePartlyPaid.class,
                                    part -> assertThat(part.amount()).isEqualByComparingTo("50.00")));
            commands.sendAndWait(
                    new RecordInvoicePayment(new InvoiceNumber(number), new BigDecimal("32.28"), "at the counter"));
            assertThat(happenedTo("invoice:" + number)).last().isInstanceOf(InvoicePaid.class);
        }

        @Test
        void isDelayedUntilThereIsAnInvoice() {
            var payment = authorised("149.50");
            var step = capture(payment);

            assertThat(step.performed().outcome()).isEqualTo("DELAYED");
            assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");
            assertThat(happenedTo("payment:" + payment)).noneMatch(PaymentCaptureRequested.class::isInstance);

            finishAndInvoice();
            assertThat(step.performed().outcome()).isEqualTo("COMPLETED");
        }

        @Test
        void letsGoOfEverythingWhenTheInvoiceIsPaidOtherwise() {
            var payment = authorised("149.50");
            finishAndInvoice();
            var number = garage.invoiceOf(job).number();
            commands.sendAndWait(
                    new RecordInvoicePayment(new InvoiceNumber(number), new BigDecimal("82.28"), "at the counter"));
            var step = capture(payment);

            var answer = step.performed();

            assertThat(answer.outcome()).isEqualTo("COMPLETED");
            assertThat(answer.data()).containsEntry("captured", "0.00").containsEntry("invoiceNumber", "");
            assertThat(step.performed().data()).isEqualTo(answer.data());
            assertThat(happenedTo("payment:" + payment))
                    .contains(new PaymentVoidRequested(UUID.fromString(payment)))
                    .noneMatch(PaymentCaptureRequested.class::isInstance);
        }

        @Test
        void isRefusedForWhatIsNotSetAsideAnyMore() {
            var payment = authorised("149.50");
            commands.sendAndWait(new VoidPayment(new PaymentId(UUID.fromString(payment))));
            finishAndInvoice();

            assertRefused(capture(payment).performed(), "payment-authorized");
            assertThat(happenedTo("invoice:" + garage.invoiceOf(job).number())).hasSize(1);
        }

        @Test
        void isRefusedWhenTheProviderWillNotGiveIt() {
            var payment = authorised("149.50");
            finishAndInvoice();
            var voidedThere = garage.database().update("""
                    insert into billing.simulated_order
                        (idempotency_key, payment_id, step, amount, currency, card, status)
                    values (?, ?, 'VOID', 149.50, 'EUR', 'card_approved', 'DONE')
                    """, "expired " + payment, UUID.fromString(payment));
            assertThat(voidedThere).isOne();
            var step = capture(payment);

            assertRefused(step.performed(), "capture-refused");
            assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");
            assertThat(happenedTo("invoice:" + garage.invoiceOf(job).number())).hasSize(1);
        }

        private void finishAndInvoice() {
            garage.finishedJob(job);
            await().atMost(Duration.ofSeconds(20)).until(() -> garage.isInvoiced(job));
        }

        private String authorised(String amount) {
            var answer =
                    authorise(Map.of("amount", amount, "card", "card_approved")).performed();
            return payment(answer).value().toString();
        }

        private PaperStep capture(String payment) {
            return slip.step("capture-payment", Map.of("paymentId", payment, "jobId", job.toString()));
        }

        private void awaitPaid(String number) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(happenedTo("invoice:" + number)).last().isInstanceOf(InvoicePaid.class));
        }
    }

    private static void assertRefused(StepAnswered answer, String rule) {
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.message()).isNotBlank();
    }

    private static List<Object> happenedTo(Object stream) {
        return events.readEvents(stream.toString(), 0)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }
}
