package com.pitstop.billing.provider;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.pitstop.billing.Billing;
import com.pitstop.billing.domain.payment.Answer;
import com.pitstop.billing.domain.payment.ProviderRequest;
import com.pitstop.billing.domain.payment.Step;
import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every test card over HTTP, and a provider that is not there. */
@SpringBootTest(
        classes = Billing.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pitstop.billing.provider.timeout=300ms", "pitstop.billing.provider.backoff=10ms"})
class CashierTest {

    @Autowired
    private Cashier cashier;

    @Autowired
    private JdbcTemplate database;

    @Value("http://localhost:${local.server.port}")
    private String address;

    private UUID payment;

    @DynamicPropertySource
    static void aFreshDatabase(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void aPayment() {
        payment = UUID.randomUUID();
    }

    @Nested
    class Settling {

        @Test
        void isDoneByACardThatIsApproved() {
            assertThat(authorize("card_approved", "100.00")).isEqualTo(Answer.DONE);
        }

        @Test
        void isRefusedByACardThatIsDeclined() {
            assertThat(authorize("card_declined", "100.00")).isEqualTo(Answer.refused("The card was declined"));
            assertThat(authorize("card_nobody_knows", "100.00"))
                    .as("the first answer under a key is the answer")
                    .isEqualTo(Answer.refused("The card was declined"));
        }

        @Test
        void isRefusedByACardThatNobodyKnows() {
            assertThat(authorize("card_nobody_knows", "100.00")).isEqualTo(Answer.refused("There is no such card"));
        }

        @Test
        void isRefusedAboveTheFunds() {
            assertThat(authorize("card_insufficient_funds", "10000.01"))
                    .isEqualTo(Answer.refused("Insufficient funds"));
            payment = UUID.randomUUID();
            assertThat(authorize("card_insufficient_funds", "10000.00")).isEqualTo(Answer.DONE);
        }

        @Test
        void isUnknownWhereNothingArrives() {
            assertThat(authorize("card_timeout", "100.00")).isEqualTo(Answer.UNKNOWN);
            assertThat(done()).isZero();
        }

        @Test
        void asksAndFindsItDoneWhereOnlyTheAnswerIsLost() {
            assertThat(authorize("card_timeout_done", "100.00")).isEqualTo(Answer.DONE);
            assertThat(settle(Step.CAPTURE, "card_timeout_done", "100.00")).isEqualTo(Answer.DONE);
            assertThat(done()).isEqualTo(2);
        }

        @Test
        void isPendingUntilTheCustomerConfirms() {
            var pending = authorize("card_3d_secure", "100.00");

            assertThat(pending.outcome()).isEqualTo(Answer.Outcome.PENDING);
            assertThat(authorize("card_3d_secure", "100.00")).isEqualTo(pending);
            assertThat(confirm(pending, true)).isEqualTo(200);
            assertThat(authorize("card_3d_secure", "100.00")).isEqualTo(Answer.DONE);
            assertThat(confirm(pending, true)).isEqualTo(200);
            assertThat(confirm(pending, false)).isEqualTo(409);
        }

        @Test
        void isRefusedWhereTheCustomerDoesNotConfirm() {
            confirm(authorize("card_3d_secure", "100.00"), false);

            assertThat(authorize("card_3d_secure", "100.00")).isEqualTo(Answer.refused("The customer did not confirm"));
        }

        @Test
        void doesTheSameOnce() {
            authorize("card_approved", "100.00");
            settle(Step.CAPTURE, "card_approved", "60.00");
            settle(Step.CAPTURE, "card_approved", "60.00");

            assertThat(done()).isEqualTo(2);
        }

        @Test
        void isRefusedForMoreThanThereIs() {
            authorize("card_approved", "100.00");

            assertThat(settle(Step.CAPTURE, "card_approved", "100.01"))
                    .isEqualTo(Answer.refused("So much is not set aside"));
            payment = UUID.randomUUID();
            authorize("card_approved", "100.00");
            settle(Step.CAPTURE, "card_approved", "60.00");
            assertThat(settle(Step.REFUND, "card_approved", "60.01"))
                    .isEqualTo(Answer.refused("So much was not captured"));
            assertThat(settle(Step.VOID, "card_approved", "100.00")).isEqualTo(Answer.refused("It is captured"));
        }

        @Test
        void standsAgainstAnAuthorisationThatArrivesAfterItsVoid() {
            assertThat(settle(Step.VOID, "card_approved", "100.00")).isEqualTo(Answer.DONE);

            assertThat(authorize("card_approved", "100.00")).isEqualTo(Answer.refused("It was voided before"));
        }
    }

    @Nested
    class AnOrderToTheProvider {

        @Test
        void isRefusedUnderTheKeyOfAnother() {
            authorize("card_approved", "100.00");

            assertThat(post(request(Step.AUTHORIZATION, "card_approved", "100.01")))
                    .isEqualTo(409);
            assertThat(post(request(Step.AUTHORIZATION, "card_approved", "100.00")))
                    .isEqualTo(200);
            assertThat(done()).isOne();
        }

        private int post(ProviderRequest request) {
            return new Api(address)
                    .post(
                            "/simulated-provider/payments",
                            Map.of(
                                    "paymentId",
                                    request.paymentId(),
                                    "step",
                                    request.step(),
                                    "amount",
                                    request.amount(),
                                    "currency",
                                    request.currency(),
                                    "card",
                                    request.card()),
                            request.key())
                    .getStatusCode()
                    .value();
        }
    }

    /** Nothing but 500 until it is mended, and counted. */
    @Nested
    class AProviderThatFails {

        private final AtomicBoolean mended = new AtomicBoolean();
        private final AtomicInteger calls = new AtomicInteger();

        @Test
        void isLeftAloneForAWhileAndThenTriedAgain() throws IOException {
            var broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            broken.createContext("/", this::answer);
            broken.start();
            try {
                var patient =
                        cashierOf("http://localhost:" + broken.getAddress().getPort());
                while (patient.state() == CircuitBreaker.State.CLOSED) {
                    assertThat(patient.settle(anything())).isEqualTo(Answer.UNKNOWN);
                }
                var before = calls.get();
                assertThat(patient.settle(anything())).isEqualTo(Answer.UNKNOWN);
                assertThat(calls.get()).as("left alone").isEqualTo(before);

                mended.set(true);
                await().atMost(Duration.ofSeconds(10)).until(() -> patient.settle(anything()), Answer.DONE::equals);
                assertThat(patient.state()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
                await().atMost(Duration.ofSeconds(10)).until(() -> {
                    patient.settle(anything());
                    return patient.state() == CircuitBreaker.State.CLOSED;
                });
            } finally {
                broken.stop(0);
            }
        }

        private void answer(HttpExchange exchange) throws IOException {
            calls.incrementAndGet();
            var said = "{\"status\": \"DONE\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(mended.get() ? 200 : 500, said.length);
            try (exchange) {
                exchange.getResponseBody().write(said);
            }
        }

        private static Cashier cashierOf(String url) {
            var settings = new ProviderSettings(
                    URI.create(url),
                    false,
                    Duration.ofSeconds(2),
                    3,
                    Duration.ofMillis(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(10),
                    Duration.ofMillis(500),
                    8);
            return new Cashier(new HttpPaymentProvider(settings, new MockEnvironment()), settings);
        }

        private ProviderRequest anything() {
            return request(Step.CAPTURE, "card_approved", "100.00");
        }
    }

    private Answer authorize(String card, String amount) {
        return settle(Step.AUTHORIZATION, card, amount);
    }

    private Answer settle(Step step, String card, String amount) {
        return cashier.settle(request(step, card, amount));
    }

    private ProviderRequest request(Step step, String card, String amount) {
        var refund = step == Step.REFUND ? payment : null;
        return new ProviderRequest(payment, step, refund, new BigDecimal(amount), "EUR", card);
    }

    private int confirm(Answer pending, boolean passed) {
        return new Api(address)
                .client()
                .post()
                .uri(URI.create(pending.detail()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("passed", passed))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private int done() {
        return database.queryForObject(
                "select count(*) from billing.simulated_order where payment_id = ? and status = 'DONE'",
                Integer.class,
                payment);
    }
}
