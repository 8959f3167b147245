package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.pitstop.chassis.axon.Serializers;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.PaymentAssigned;
import com.pitstop.shared.billing.PaymentAuthorizationRequested;
import com.pitstop.shared.billing.PaymentAuthorized;
import com.pitstop.shared.billing.PaymentAwaitingCustomer;
import com.pitstop.shared.billing.PaymentCaptureRequested;
import com.pitstop.shared.billing.PaymentCaptured;
import com.pitstop.shared.billing.PaymentDeclined;
import com.pitstop.shared.billing.PaymentOutcomeUnknown;
import com.pitstop.shared.billing.PaymentRefundRequested;
import com.pitstop.shared.billing.PaymentRefunded;
import com.pitstop.shared.billing.PaymentStepRefused;
import com.pitstop.shared.billing.PaymentVoidRequested;
import com.pitstop.shared.billing.PaymentVoided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.test.matchers.Matchers.predicate;

/** How 100.00 come from a card and go back to it: every request and every answer, at every stage. */
class PaymentTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final String INVOICE = "2026-000123";
    private static final BigDecimal ALL = new BigDecimal("100.00");
    private static final BigDecimal SOME = new BigDecimal("40.00");
    private static final Currency EUR = Currency.getInstance("EUR");

    /** What happened, by a word for it. */
    private static final Map<String, Object> EVENTS = Map.ofEntries(
            Map.entry("requested", requested("", false)),
            Map.entry("authorized", new PaymentAuthorized(ID, ALL, "EUR")),
            Map.entry("declined", new PaymentDeclined(ID, "no")),
            Map.entry("awaiting", new PaymentAwaitingCustomer(ID, "no")),
            Map.entry("assigned", new PaymentAssigned(ID, INVOICE)),
            Map.entry("captureRequested", new PaymentCaptureRequested(ID, ALL, "EUR")),
            Map.entry("captured", new PaymentCaptured(ID, ANNA, "", ALL, "EUR")),
            Map.entry("voidRequested", new PaymentVoidRequested(ID)),
            Map.entry("voided", new PaymentVoided(ID)),
            Map.entry("refundRequested", new PaymentRefundRequested(ID, FIRST, SOME, "EUR")),
            Map.entry("refunded", new PaymentRefunded(ID, FIRST, SOME, "EUR")),
            Map.entry("authorizationUnknown", unknown(Step.AUTHORIZATION)),
            Map.entry("captureUnknown", unknown(Step.CAPTURE)),
            Map.entry("voidUnknown", unknown(Step.VOID)),
            Map.entry("refundUnknown", unknown(Step.REFUND)),
            Map.entry("captureRefused", refused(Step.CAPTURE)),
            Map.entry("voidRefused", refused(Step.VOID)),
            Map.entry("refundRefused", refused(Step.REFUND)));

    private final FixtureConfiguration<Payment> payment = new AggregateTestFixture<>(Payment.class);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        WHAT HAPPENED                                                       | CAPTURE             | VOID                  | REFUND
        requested                                                           | !payment-authorized | voidRequested         | !payment-captured
        requested authorizationUnknown                                      | !payment-authorized | voidRequested         | !payment-captured
        requested awaiting                                                  | !payment-authorized | voidRequested         | !payment-captured
        requested declined                                                  | !payment-authorized | !payment-open         | !payment-captured
        requested authorized                                                | captureRequested    | voidRequested         | !payment-captured
        requested awaiting authorized                                       | captureRequested    | voidRequested         | !payment-captured
        requested authorized captureRequested                               | nothing             | !payment-not-captured | !payment-captured
        requested authorized captureRequested captureUnknown                | nothing             | !payment-not-captured | !payment-captured
        requested authorized captureRequested captureRefused                | !step-not-refused   | voidRequested         | !payment-captured
        requested authorized captureRequested captured                      | nothing             | !payment-not-captured | refundRequested
        requested authorized captureRequested captured refundRequested      | nothing             | !payment-not-captured | nothing
        requested authorized captureRequested captured refundRequested refunded      | nothing    | !payment-not-captured | nothing
        requested authorized captureRequested captured refundRequested refundRefused | nothing    | !payment-not-captured | !step-not-refused
        requested voidRequested                                             | !payment-authorized | nothing               | !payment-captured
        requested voidRequested voidRefused                                 | !payment-authorized | !step-not-refused     | !payment-captured
        requested authorized voidRequested                                  | !payment-authorized | nothing               | !payment-captured
        requested authorized voidRequested voidUnknown                      | !payment-authorized | nothing               | !payment-captured
        requested authorized voidRequested voidRefused                      | captureRequested    | !step-not-refused     | !payment-captured
        requested authorized voidRequested voided                           | !payment-authorized | nothing               | !payment-captured
        """)
    void answersEveryRequestAtEveryStage(String happened, String capture, String cancel, String refund) {
        expect(given(happened).when(new CapturePayment(id(), null)), capture);
        expect(given(happened).when(new VoidPayment(id())), cancel);
        expect(given(happened).when(new RefundPayment(id(), FIRST, SOME)), refund);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        requested                                              | AUTHORIZATION | authorized | declined       | awaiting | authorizationUnknown
        requested authorizationUnknown                         | AUTHORIZATION | authorized | declined       | awaiting | nothing
        requested awaiting                                     | AUTHORIZATION | authorized | declined       | nothing  | authorizationUnknown
        requested authorized captureRequested                  | CAPTURE       | captured   | captureRefused | nothing  | captureUnknown
        requested authorized captureRequested captureUnknown   | CAPTURE       | captured   | captureRefused | nothing  | nothing
        requested voidRequested                                | VOID          | voided     | voidRefused    | nothing  | voidUnknown
        requested authorizationUnknown voidRequested voidUnknown | VOID        | voided     | voidRefused    | nothing  | nothing
        requested authorized voidRequested                     | VOID          | voided     | voidRefused    | nothing  | voidUnknown
        requested voidRequested voidRefused                    | AUTHORIZATION | authorized | declined       | awaiting | authorizationUnknown
        requested authorized captureRequested captured refundRequested | REFUND | refunded  | refundRefused  | nothing  | refundUnknown
        requested authorized captureRequested captured refundRequested refundUnknown | REFUND | refunded | refundRefused | nothing | nothing
        """)
    void takesTheAnswerItWaitsFor(
            String happened, Step step, String done, String refused, String pending, String unknown) {
        expect(given(happened).when(answer(step, Answer.DONE)), done);
        expect(given(happened).when(answer(step, Answer.refused("no"))), refused);
        expect(given(happened).when(answer(step, Answer.pending("no"))), pending);
        expect(given(happened).when(answer(step, Answer.UNKNOWN)), unknown);
    }

    /** Late, for the second time, or for what was never asked. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        requested                                                                | CAPTURE VOID REFUND
        requested awaiting                                                       | CAPTURE VOID REFUND
        requested declined                                                       | AUTHORIZATION CAPTURE VOID REFUND
        requested authorized                                                     | AUTHORIZATION CAPTURE VOID REFUND
        requested authorized captureRequested                                    | AUTHORIZATION VOID REFUND
        requested authorized captureRequested captureRefused                     | AUTHORIZATION CAPTURE VOID REFUND
        requested authorized captureRequested captured                           | AUTHORIZATION CAPTURE VOID REFUND
        requested authorized captureRequested captured refundRequested           | AUTHORIZATION CAPTURE VOID
        requested authorized captureRequested captured refundRequested refunded  | AUTHORIZATION CAPTURE VOID REFUND
        requested authorized captureRequested captured refundRequested refundRefused | AUTHORIZATION CAPTURE VOID REFUND
        requested voidRequested                                                  | AUTHORIZATION CAPTURE REFUND
        requested authorized voidRequested                                       | AUTHORIZATION CAPTURE REFUND
        requested voidRequested voided                                           | AUTHORIZATION CAPTURE VOID REFUND
        requested authorized voidRequested voidRefused                           | AUTHORIZATION CAPTURE VOID REFUND
        """)
    void passesOverAnyOtherAnswer(String happened, String steps) {
        for (var step : steps.split(" ", -1)) {
            for (var answer : List.of(Answer.DONE, Answer.refused("no"), Answer.pending("no"), Answer.UNKNOWN)) {
                expect(given(happened).when(answer(Step.valueOf(step), answer)), "nothing");
            }
        }
    }

    @Nested
    class AuthorizingAPayment {

        @Test
        void recordsWhatTheProviderIsToBeAsked() {
            payment.givenNoPriorActivity()
                    .when(new AuthorizePayment(
                            id(),
                            ANNA,
                            INVOICE,
                            new Money(new BigDecimal("100"), EUR),
                            new Card("card_approved"),
                            true))
                    .expectEvents(requested(INVOICE, true));
        }

        @Test
        void goesOnToCaptureWhereThatWasWanted() {
            payment.given(requested("", true))
                    .when(answer(Step.AUTHORIZATION, Answer.DONE))
                    .expectEvents(EVENTS.get("authorized"), EVENTS.get("captureRequested"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "4111111111111111",
                    "4111-1111-1111-1111",
                    "4111 1111 1111 1111",
                    "4111_1111_1111_1",
                    "card_4111111111111",
                    "4222222222222222222",
                    "",
                    "card/1"
                })
        void isRefusedForWhatMayBeACardNumberWithoutRepeatingIt(String number) {
            assertThatThrownBy(() -> new Card(number))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("A card must be what the payment provider calls the card, never a card number");
        }

        @Test
        void takesAnyOtherNameOfACard() {
            assertThat(Stream.of("card_3d_secure", "tok-1a2b3c4d5e6f7a8b9c0d", "123456789012")
                            .map(Card::new))
                    .hasSize(3);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "0.001", "1000000000000"})
        void isRefusedForWhatIsNoAmount(String amount) {
            assertThatThrownBy(() -> new Money(new BigDecimal(amount), EUR)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> new CapturePayment(id(), new BigDecimal(amount)))
                    .isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> new RefundPayment(id(), FIRST, new BigDecimal(amount)))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Nested
    class CapturingAPayment {

        @Test
        void mayTakeLessThanWasSetAside() {
            given("requested authorized")
                    .when(new CapturePayment(id(), SOME))
                    .expectEvents(new PaymentCaptureRequested(ID, SOME, "EUR"));
        }

        @Test
        void takesWhatWasAskedForAndNotWhatWasSetAside() {
            payment.given(requested("", false), EVENTS.get("authorized"), new PaymentCaptureRequested(ID, SOME, "EUR"))
                    .when(answer(Step.CAPTURE, Answer.DONE))
                    .expectEvents(new PaymentCaptured(ID, ANNA, "", SOME, "EUR"));
        }

        @Test
        void isRefusedForMore() {
            expect(
                    given("requested authorized").when(new CapturePayment(id(), new BigDecimal("100.01"))),
                    "!capture-at-most-authorized");
        }

        @Test
        void isRefusedForAnotherAmountOnceItIsAskedFor() {
            expect(
                    given("requested authorized captureRequested").when(new CapturePayment(id(), SOME)),
                    "!payment-authorized");
        }

        @Test
        void isRefusedForAPartOfAnInvoice() {
            expect(
                    payment.given(requested(INVOICE, false), EVENTS.get("authorized"))
                            .when(new CapturePayment(id(), SOME)),
                    "!full-amount");
        }
    }

    @Nested
    class CapturingForAnInvoice {

        private static final String ASSIGNED = "requested authorized assigned captureRequested";

        @ParameterizedTest(name = "{0} of 100.00")
        @CsvSource({"40.00, 40.00", "100.00, 100.00", "100.01, 100.00"})
        void takesWhatIsDueAndNoMoreThanWasSetAside(BigDecimal due, BigDecimal taken) {
            given("requested authorized")
                    .when(new CaptureForInvoice(id(), INVOICE, due))
                    .expectEvents(new PaymentAssigned(ID, INVOICE), new PaymentCaptureRequested(ID, taken, "EUR"));
        }

        @Test
        void paysThatInvoice() {
            given(ASSIGNED)
                    .when(answer(Step.CAPTURE, Answer.DONE))
                    .expectEvents(new PaymentCaptured(ID, ANNA, INVOICE, ALL, "EUR"));
        }

        @Test
        void changesNothingWhenItIsRepeated() {
            expect(given(ASSIGNED).when(pay(INVOICE)), "nothing");
            expect(given(ASSIGNED + " captured").when(pay(INVOICE)), "nothing");
        }

        @Test
        void isRefusedForWhatIsNotSetAside() {
            expect(given("requested").when(pay(INVOICE)), "!payment-authorized");
            expect(given("requested authorized voidRequested").when(pay(INVOICE)), "!payment-authorized");
            expect(given("requested authorized captureRequested captured").when(pay(INVOICE)), "!payment-authorized");
            expect(given(ASSIGNED).when(pay("2026-000124")), "!payment-authorized");
        }

        @Test
        void isRefusedForWhatPaysAnInvoiceAlready() {
            expect(
                    payment.given(requested(INVOICE, false), EVENTS.get("authorized"))
                            .when(pay("2026-000124")),
                    "!one-invoice-per-payment");
        }

        @Test
        void isRefusedOnceTheProviderRefusedIt() {
            expect(given(ASSIGNED + " captureRefused").when(pay(INVOICE)), "!step-not-refused");
            expect(given(ASSIGNED + " captureRefused").when(new VoidPayment(id())), "voidRequested");
        }

        private static CaptureForInvoice pay(String invoice) {
            return new CaptureForInvoice(id(), invoice, ALL);
        }
    }

    @Nested
    class RefundingAPayment {

        private static final String CAPTURED = "requested authorized captureRequested captured ";

        @Test
        void givesAllBackThatIsLeft() {
            given(CAPTURED + "refundRequested refunded")
                    .when(new RefundPayment(id(), SECOND, null))
                    .expectEvents(new PaymentRefundRequested(ID, SECOND, new BigDecimal("60.00"), "EUR"));
        }

        @Test
        void countsWhatIsOnlyAskedFor() {
            expect(
                    given(CAPTURED + "refundRequested").when(new RefundPayment(id(), SECOND, new BigDecimal("60.01"))),
                    "!refund-at-most-captured");
        }

        @Test
        void countsNotWhatTheProviderRefused() {
            given(CAPTURED + "refundRequested refundRefused")
                    .when(new RefundPayment(id(), SECOND, ALL))
                    .expectEvents(new PaymentRefundRequested(ID, SECOND, ALL, "EUR"));
        }

        @Test
        void isRefusedOnceNothingIsLeft() {
            expect(
                    payment.given(Stream.concat(
                                            events(CAPTURED).stream(),
                                            Stream.of(new PaymentRefundRequested(ID, FIRST, ALL, "EUR")))
                                    .toArray())
                            .when(new RefundPayment(id(), SECOND, null)),
                    "!refund-at-most-captured");
        }

        @Test
        void isRefusedForAnotherAmountUnderTheSameId() {
            expect(given(CAPTURED + "refundRequested").when(new RefundPayment(id(), FIRST, ALL)), "!refund-unchanged");
            expect(
                    given(CAPTURED + "refundRequested refunded").when(new RefundPayment(id(), FIRST, ALL)),
                    "!refund-unchanged");
        }
    }

    @Test
    void isAskedOfAnotherProcessInTheSameWords() {
        var serializer = Serializers.messages();
        Stream.of(
                        new AuthorizePayment(id(), ANNA, INVOICE, new Money(ALL, EUR), new Card("card_approved"), true),
                        new CapturePayment(id(), null),
                        new CapturePayment(id(), SOME),
                        new CaptureForInvoice(id(), INVOICE, SOME),
                        new VoidPayment(id()),
                        new RefundPayment(id(), FIRST, SOME),
                        answer(Step.REFUND, Answer.refused("no")))
                .forEach(command -> assertThat(
                                serializer.<String, Object>deserialize(serializer.serialize(command, String.class)))
                        .isEqualTo(command));
    }

    private TestExecutor<Payment> given(String happened) {
        return payment.given(events(happened));
    }

    private static List<Object> events(String happened) {
        return Arrays.stream(happened.trim().split(" +")).map(EVENTS::get).toList();
    }

    private static void expect(ResultValidator<Payment> result, String expected) {
        if (expected.startsWith("!")) {
            result.expectNoEvents().expectException(RuleViolatedException.class);
            result.expectException(predicate(
                    refusal -> ((RuleViolatedException) refusal).rule().equals(expected.substring(1))));
        } else if (expected.equals("nothing")) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else {
            result.expectSuccessfulHandlerExecution().expectEvents(EVENTS.get(expected));
        }
    }

    private static RecordAnswer answer(Step step, Answer answer) {
        return new RecordAnswer(id(), key(step), answer);
    }

    private static PaymentId id() {
        return new PaymentId(ID);
    }

    private static String key(Step step) {
        return ProviderRequest.key(ID, step, FIRST);
    }

    private static PaymentAuthorizationRequested requested(String invoice, boolean captureAtOnce) {
        return new PaymentAuthorizationRequested(ID, ANNA, invoice, ALL, "EUR", "card_approved", captureAtOnce);
    }

    private static PaymentOutcomeUnknown unknown(Step step) {
        return new PaymentOutcomeUnknown(ID, step.name(), key(step));
    }

    private static PaymentStepRefused refused(Step step) {
        return new PaymentStepRefused(ID, step.name(), key(step), "no");
    }
}
