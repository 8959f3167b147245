package com.pitstop.billing.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.pitstop.billing.Billing;
import com.pitstop.billing.History;
import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.billing.InvoicePartlyPaid;

import static com.pitstop.chassis.test.Api.assertProblem;
import static com.pitstop.chassis.test.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Payments as clients meet them, over HTTP and the real buses. */
@SpringBootTest(
        classes = Billing.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pitstop.billing.provider.timeout=300ms",
            "pitstop.billing.provider.backoff=10ms",
            "pitstop.billing.provider.look-every=50ms"
        })
@ExtendWith(OutputCaptureExtension.class)
class PaymentApiTest {

    private static final String NUMBER = "4111111111111111";

    @Autowired
    private ConfigurableApplicationContext service;

    @Value("http://localhost:${local.server.port}")
    private String address;

    private History garage;
    private UUID customer;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void aCustomer() {
        garage = new History(service);
        customer = garage.registeredCustomer("Anna");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !garage.database()
                        .queryForList("select 1 from billing.customer where customer_id = ?", customer)
                        .isEmpty());
    }

    @Nested
    class AskingForAPayment {

        @Test
        void answersWhereItIsToBeFound() {
            var answer = post(body());

            assertThat(answer.getStatusCode().value()).isEqualTo(201);
            assertThat(answer.getHeaders().getLocation()).hasToString("/api/payments/" + id(answer));
            assertThat(awaitStatus(id(answer), "AUTHORIZED"))
                    .containsEntry("customerId", customer.toString())
                    .containsEntry("invoiceNumber", null)
                    .containsEntry("amount", 100.0)
                    .containsEntry("currency", "EUR")
                    .containsEntry("waitsFor", "The amount is set aside, to be captured or voided");
        }

        @Test
        void hasOneEffectPerIdempotencyKey() {
            var key = UUID.randomUUID().toString();

            assertThat(id(post(body(), key))).isEqualTo(id(post(body(), key)));
            assertThat(post(body("amount", 99), key).getStatusCode().value()).isEqualTo(422);

            assertThat(items("?customerId=" + customer)).hasSize(1);
        }

        @Test
        void capturesAtOnceIfThatIsWanted() {
            var payment = id(post(body("capture", true)));

            assertThat(awaitStatus(payment, "CAPTURED")).containsEntry("captured", 100.0);
        }

        @ParameterizedTest
        @ValueSource(strings = {NUMBER, "4111-1111-1111-1111", "4111 1111 1111 1111", "card_" + NUMBER})
        void isRefusedForACardNumberWhichNobodyHearsOf(String number, CapturedOutput output) {
            assertThat(fields(post(body("card", number)))).containsExactly("card");
            assertThat(fields(post(body("card", Long.parseLong(NUMBER))))).containsExactly("card");

            assertThat(post(body("card", number)).getBody().toString()).doesNotContain("1111");
            assertThat(output.getAll()).doesNotContain("1111-1111", "1111 1111", NUMBER);
            assertThat(garage.hub().queryForList("select payload from hub.domain_event_entry", byte[].class).stream()
                            .map(payload -> new String(payload, java.nio.charset.StandardCharsets.UTF_8)))
                    .isNotEmpty()
                    .noneMatch(payload -> payload.contains("1111-1111") || payload.contains(NUMBER));
        }

        @Test
        void namesEveryFieldThatIsNotValid() {
            assertThat(fields(post(Map.of()))).containsExactly("card");
            assertThat(fields(post(body("amount", 0)))).containsExactly("amount");
            assertThat(fields(post(body("amount", -1)))).containsExactly("amount");
            assertThat(fields(post(body("amount", 0.001)))).contains("amount");
            assertThat(fields(post(body("amount", "much")))).containsExactly("amount");
            assertThat(fields(post(body("currency", "euro")))).containsExactly("currency");
            assertThat(fields(post(body("invoiceNumber", "17")))).containsExactly("invoiceNumber");
            assertThat(fields(post(body("customerId", "Anna")))).containsExactly("customerId");
            assertThat(fields(post(body("cvc", "123")))).containsExactly("cvc");
            assertProblem(post(Map.of("card", "card_approved")), 400, "urn:pitstop:rule:payment-of-whom");
        }

        @Test
        void isRefusedForAnUnknownCustomerAndAnotherCurrency() {
            assertProblem(post(body("customerId", UUID.randomUUID())), 404, "urn:pitstop:rule:known-customer");
            assertProblem(post(body("currency", "USD")), 409, "urn:pitstop:rule:garage-currency");
        }
    }

    @Nested
    class PayingAnInvoice {

        private String invoice;
        private String creditNote;

        /** An hour of labour: 68.00 and 14.28 VAT. */
        @BeforeEach
        void anInvoice() {
            var job = garage.plannedJob(customer);
            garage.finishedJob(job);
            await().atMost(Duration.ofSeconds(20)).until(() -> garage.isInvoiced(job));
            invoice = garage.invoiceOf(job).number();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> api().get("/api/invoices/" + invoice)
                            .getStatusCode()
                            .is2xxSuccessful());
        }

        @Test
        void takesCustomerAndAmountFromIt() {
            var payment = id(pay(Map.of("capture", true)));

            assertThat(awaitStatus(payment, "CAPTURED"))
                    .containsEntry("customerId", customer.toString())
                    .containsEntry("invoiceNumber", invoice)
                    .containsEntry("amount", 82.28);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    api().get("/api/invoices/" + invoice).getBody())
                            .containsEntry("status", "PAID")
                            .containsEntry("paymentReference", "payment " + payment));
            assertThat(items("?invoiceNumber=" + invoice)).hasSize(1);
            assertProblem(pay(Map.of()), 409, "urn:pitstop:rule:invoice-open");
        }

        @Test
        void takesWhatIsStillDue() {
            garage.happened(
                    "invoice:" + invoice,
                    1,
                    new InvoicePartlyPaid(invoice, new BigDecimal("50.00"), "EUR", "card", History.DAY));

            var payment = id(pay(Map.of("capture", true)));

            assertThat(awaitStatus(payment, "CAPTURED")).containsEntry("captured", 32.28);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    api().get("/api/invoices/" + invoice).getBody())
                            .containsEntry("status", "PAID")
                            .containsEntry("due", 0.0));
        }

        @Test
        void isRefusedForAnotherAmountOrCustomer() {
            assertProblem(pay(Map.of("amount", 82.27)), 409, "urn:pitstop:rule:full-amount");
            assertProblem(pay(Map.of("currency", "USD")), 409, "urn:pitstop:rule:full-amount");
            assertProblem(pay(Map.of("customerId", UUID.randomUUID())), 409, "urn:pitstop:rule:invoice-customer");
            assertThat(items("?invoiceNumber=" + invoice)).isEmpty();
        }

        @Test
        void isRefusedWhileSomebodyIsPayingIt() {
            var payment = id(pay(Map.of()));

            assertProblem(pay(Map.of()), 409, "urn:pitstop:rule:one-payment-per-invoice");

            awaitStatus(payment, "AUTHORIZED");
            assertThat(put(payment, "void").getStatusCode().value()).isEqualTo(204);
            awaitStatus(payment, "VOIDED");
            assertThat(pay(Map.of()).getStatusCode().value()).isEqualTo(201);
        }

        @Test
        void isRefusedOnceItIsCreditedAndForTheCreditNote() {
            api().post("/api/invoices/%s/credit-note".formatted(invoice), Map.of("reason", "Wrong"));
            creditNote =
                    (String) api().get("/api/invoices/" + invoice).getBody().get("creditNoteNumber");

            assertProblem(pay(Map.of()), 409, "urn:pitstop:rule:invoice-not-credited");
            invoice = creditNote;
            assertProblem(pay(Map.of()), 409, "urn:pitstop:rule:is-invoice");
            invoice = "2020-000001";
            assertProblem(pay(Map.of()), 404, "urn:pitstop:rule:known-invoice");
        }

        private ResponseEntity<Map<String, Object>> pay(Map<String, Object> more) {
            var body = new HashMap<String, Object>(Map.of("invoiceNumber", invoice, "card", "card_approved"));
            body.putAll(more);
            return post(body);
        }
    }

    @Nested
    class GoingOnWithAPayment {

        private String payment;

        @BeforeEach
        void thatIsAuthorized() {
            payment = id(post(body()));
            awaitStatus(payment, "AUTHORIZED");
        }

        @Test
        void capturesRefundsAPartAndThenTheRest() {
            assertThat(put(payment, "capture").getStatusCode().value()).isEqualTo(204);
            awaitStatus(payment, "CAPTURED");
            assertThat(put(payment, "capture").getStatusCode().value()).isEqualTo(204);

            assertThat(refund(Map.of("amount", 40)).getStatusCode().value()).isEqualTo(204);
            assertThat(refund(Map.of("amount", 40)).getStatusCode().value()).isEqualTo(204);
            assertThat(awaitStatus(payment, "PARTIALLY_REFUNDED")).containsEntry("refunded", 40.0);
            assertThat(refund(Map.of("amount", 40, "refundId", UUID.randomUUID()))
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);
            assertProblem(refund(Map.of("amount", 20.01)), 409, "urn:pitstop:rule:refund-at-most-captured");
            assertThat(put(payment, "refund").getStatusCode().value()).isEqualTo(204);

            assertThat(awaitStatus(payment, "REFUNDED")).containsEntry("refunded", 100.0);
            assertThat(items("?status=REFUNDED&customerId=" + customer)).hasSize(1);
        }

        @Test
        void isRefusedForWhatIsNotPossibleNow() {
            assertProblem(refund(Map.of("amount", 1)), 409, "urn:pitstop:rule:payment-captured");
            assertProblem(
                    api().put("/api/payments/%s/capture".formatted(payment), Map.of("amount", 100.01)),
                    409,
                    "urn:pitstop:rule:capture-at-most-authorized");
            put(payment, "void");
            assertProblem(put(payment, "capture"), 409, "urn:pitstop:rule:payment-authorized");
        }

        @Test
        void isRefusedForWhatCannotBe() {
            assertThat(fields(refund(Map.of("amount", 0)))).containsExactly("amount");
            assertThat(fields(refund(Map.of("refundId", "1")))).containsExactly("refundId");
            assertThat(fields(api().put("/api/payments/%s/capture".formatted(payment), Map.of("amount", 0.001))))
                    .contains("amount");
            assertThat(fields(api().get("/api/payments?status=LOST"))).containsExactly("status");
            assertThat(fields(api().get("/api/payments?customerId=1"))).containsExactly("customerId");
            assertThat(fields(api().get("/api/payments?size=101"))).containsExactly("size");
            assertThat(fields(api().get("/api/payments/1"))).containsExactly("paymentId");
        }

        @Test
        void isNotFoundWhereThereIsNone() {
            var none = UUID.randomUUID().toString();

            assertProblem(api().get("/api/payments/" + none), 404, "urn:pitstop:rule:known-payment");
            for (var step : List.of("capture", "void", "refund")) {
                assertProblem(put(none, step), 404, "urn:pitstop:rule:known-payment");
            }
        }

        private ResponseEntity<Map<String, Object>> refund(Map<String, Object> body) {
            return api().put("/api/payments/%s/refund".formatted(payment), body);
        }
    }

    private Map<String, Object> body(Object... other) {
        var body = new HashMap<String, Object>(Map.of("customerId", customer, "amount", 100, "card", "card_approved"));
        if (other.length > 0) {
            body.put((String) other[0], other[1]);
        }
        return body;
    }

    private ResponseEntity<Map<String, Object>> post(Map<String, Object> body, String... key) {
        return api().post("/api/payments", body, key);
    }

    private ResponseEntity<Map<String, Object>> put(String payment, String step) {
        return api().put("/api/payments/%s/%s".formatted(payment, step), null);
    }

    private Map<String, Object> awaitStatus(String payment, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(api().get("/api/payments/" + payment).getBody())
                                .containsEntry("status", status));
        return api().get("/api/payments/" + payment).getBody();
    }

    private static String id(ResponseEntity<Map<String, Object>> answer) {
        return (String) answer.getBody().get("paymentId");
    }

    private List<Map<String, Object>> items(String query) {
        @SuppressWarnings("unchecked")
        var items = (List<Map<String, Object>>)
                api().get("/api/payments" + query).getBody().get("items");
        return items;
    }

    private Api api() {
        return new Api(address);
    }
}
