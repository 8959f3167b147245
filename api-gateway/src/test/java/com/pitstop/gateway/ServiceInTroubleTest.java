package com.pitstop.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;

import com.sun.net.httpserver.HttpHandler;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import static com.pitstop.gateway.RunningGateway.requireProblem;
import static com.pitstop.gateway.StubService.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What the clients of a service that is ill notice, and that those of the others notice nothing. */
class ServiceInTroubleTest {

    private static final String UNAVAILABLE = "\"urn:pitstop:problem:service-unavailable\"";

    private static final StubService customers = new StubService();
    private static final StubService vehicles = new StubService();

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = gatewayTo(customers.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        customers.close();
        vehicles.close();
    }

    @BeforeEach
    void everythingIsFine() {
        customers.answers(200, "a customer");
        vehicles.answers(200, "a vehicle");
        gateway.part(CircuitBreakerRegistry.class).getAllCircuitBreakers().forEach(breaker -> breaker.reset());
    }

    /** Its customer management is replaced by another one, which is in trouble of a kind. */
    @Nested
    class WhenTheServiceIs {

        private RunningGateway gateway;

        @AfterEach
        void stop() {
            gateway.close();
        }

        @Test
        @ExtendWith(OutputCaptureExtension.class)
        void downItIsUnavailableAndTheOthersAreNot(CapturedOutput output) {
            var port = new StubService();
            port.close();
            gateway = gatewayTo(port.url());

            var answer = withinTheTimeout(() -> gateway.get("/api/customers/42", "X-Correlation-ID", "find-me"));

            assertThat(requireProblem(HttpStatus.SERVICE_UNAVAILABLE, "/api/customers/42", answer))
                    .isEqualTo("customer-management cannot be reached at the moment");
            assertThat(answer.headers().allValues("Retry-After")).containsExactly("5");
            assertThat(gateway.get("/api/vehicles").body()).isEqualTo("a vehicle");
            assertThat(output.getOut()).containsPattern("WARN .*\\[find-me\\] .*customer-management");
            assertThat(gateway.operations("/actuator/health/readiness")).contains("UP");
        }

        @Test
        void backItIsUsedAgain() {
            var port = new StubService();
            port.close();
            gateway = gatewayTo(port.url());
            for (var i = 0; i < 10; i++) {
                assertThat(gateway.get("/api/customers").statusCode()).isEqualTo(503);
            }

            try (var back = new StubService(port.port())) {
                await().atMost(Duration.ofSeconds(5))
                        .untilAsserted(
                                () -> assertThat(gateway.get("/api/customers").statusCode())
                                        .isEqualTo(200));
                assertThat(back.asked()).isNotEmpty();
            }
        }

        @Test
        void frozenItIsUnavailableWithinTheTimeout() throws Exception {
            try (var frozen = BrokenService.frozen()) {
                gateway = gatewayTo(frozen.url());

                var answer = withinTheTimeout(() -> gateway.get("/api/customers"));

                assertThat(requireProblem(HttpStatus.SERVICE_UNAVAILABLE, "/api/customers", answer))
                        .isEqualTo("customer-management gave no answer");
                assertThat(answer.headers().allValues("Retry-After")).containsExactly("5");
            }
        }

        @Test
        void frozenAChangeMayHaveBeenMade() throws Exception {
            try (var frozen = BrokenService.frozen()) {
                gateway = gatewayTo(frozen.url());

                var answer = withinTheTimeout(() -> gateway.post("/api/customers", "{}"));

                assertThat(requireProblem(HttpStatus.SERVICE_UNAVAILABLE, "/api/customers", answer))
                        .contains("the outcome is unknown", "safe to repeat", "with the same Idempotency-Key");
            }
        }

        @Test
        void frozenUnderLoadItHoldsNoMoreThanItsShareAndTheOthersStayQuick() throws Exception {
            List<CompletableFuture<HttpResponse<String>>> requests;
            try (var frozen = BrokenService.frozen()) {
                gateway = gatewayTo(frozen.url());

                requests = IntStream.range(0, 400)
                        .mapToObj(i -> gateway.sendAsync(
                                "POST", "/api/customers", BodyPublishers.ofString("{}"), "Prefer", "wait=20"))
                        .toList();

                await().untilAsserted(() -> assertThat(requests)
                        .filteredOn(request -> !request.isDone())
                        .hasSize(64));
                for (var i = 0; i < 20; i++) {
                    var started = System.nanoTime();
                    assertThat(gateway.get("/api/vehicles").body()).isEqualTo("a vehicle");
                    assertThat(since(started)).isLessThan(Duration.ofSeconds(2));
                }
                assertThat(requests).filteredOn(request -> !request.isDone()).hasSize(64);
            }
            assertThat(requests).map(CompletableFuture::join).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().allValues("Retry-After")).containsExactly("5");
                assertThat(answer.body()).contains(UNAVAILABLE);
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
        void hangingUpAChangeIsNotTriedAgain(String method) throws Exception {
            try (var broken = BrokenService.whichHangsUp()) {
                gateway = gatewayTo(broken.url());

                var answer = gateway.send(method, "/api/customers", BodyPublishers.ofString("{}"));

                assertThat(requireProblem(HttpStatus.SERVICE_UNAVAILABLE, "/api/customers", answer))
                        .contains("the outcome is unknown");
                assertThat(broken.connections()).isEqualTo(1);
            }
        }

        @Test
        void hangingUpAGetIsTriedTwiceMore() throws Exception {
            try (var broken = BrokenService.whichHangsUp()) {
                gateway = gatewayTo(broken.url());

                assertThat(gateway.get("/api/customers").statusCode()).isEqualTo(503);

                assertThat(broken.connections()).isEqualTo(3);
            }
        }

        @Test
        void breakingOffBeforeMuchWasSentItIsUnavailable() throws Exception {
            try (var broken = BrokenService.which(connection ->
                    connection.getOutputStream().write(head(200, "Content-Length: 100\r\nETag: \"1\"\r\n\r\nabc")))) {
                gateway = gatewayTo(broken.url());

                var answer = gateway.get("/api/customers");

                requireProblem(HttpStatus.SERVICE_UNAVAILABLE, "/api/customers", answer);
                assertThat(answer.headers().firstValue("ETag")).isEmpty();
            }
        }

        @Test
        void breakingOffLaterNobodyTakesTheAnswerForComplete() throws Exception {
            try (var broken = BrokenService.which(connection -> connection
                    .getOutputStream()
                    .write(head(200, "Transfer-Encoding: chunked\r\n\r\n13880\r\n" + "x".repeat(70_000))))) {
                gateway = gatewayTo(broken.url());

                assertThatThrownBy(() -> gateway.get("/api/customers")).isInstanceOf(CompletionException.class);
            }
        }

        private static byte[] head(int status, String rest) {
            return "HTTP/1.1 %d \r\n%s".formatted(status, rest).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Nested
    class TryingAgain {

        @ParameterizedTest
        @ValueSource(ints = {502, 503, 504})
        void helpsAGetOverAShortAbsence(int status) {
            customers.behaves(firstTwice(answering(status, ""), answering(200, "back")));

            assertThat(gateway.get("/api/customers").body()).isEqualTo("back");
            assertThat(customers.asked()).hasSize(3);
        }

        @Test
        void endsWithWhatTheServiceSaysLast() {
            customers.answers(503, "its own words", "Retry-After", "2");

            var answer = gateway.get("/api/customers");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("its own words");
            assertThat(answer.headers().allValues("Retry-After")).containsExactly("2");
            assertThat(customers.asked()).hasSize(3);
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
        void isNotDoneForAChange(String method) {
            customers.answers(503, "");

            assertThat(gateway.send(method, "/api/customers", BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(503);
            assertThat(customers.asked()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 404, 409, 429, 500})
        void isNotDoneAfterAnAnswer(int status) {
            customers.answers(status, "");

            gateway.get("/api/customers");

            assertThat(customers.asked()).hasSize(1);
        }

        @Test
        void staysWithinTheTimeoutOfTheWholeRequest() {
            customers.behaves(after(Duration.ofMillis(600), answering(503, "")));

            withinTheTimeout(() -> gateway.get("/api/customers"));

            assertThat(customers.asked()).hasSizeLessThan(3);
        }
    }

    @Nested
    class Waiting {

        @Test
        void isLongerForAChangeWhoseClientAskedForIt() {
            customers.behaves(after(Duration.ofMillis(1500), answering(201, "{}")));

            assertThat(gateway.post("/api/customers", "{}", "Prefer", "respond-async, wait=10")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(gateway.post("/api/customers", "{}").statusCode()).isEqualTo(503);
        }

        @Test
        void isNotForAnyTimeThatAClientWishes() throws Exception {
            var never = new CountDownLatch(1);
            vehicles.behaves(exchange -> pass(never, Duration.ofSeconds(20)));

            var started = System.nanoTime();
            var answer = gateway.post("/api/vehicles", "{}", "Prefer", "wait=3600");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(since(started)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
            never.countDown();
        }
    }

    @Nested
    class Breaker {

        @Test
        void sparesAServiceThatIsAwayAndComesBackWithIt() {
            customers.answers(503, "");
            for (var i = 0; i < 10; i++) {
                gateway.post("/api/customers", "{}");
            }

            var refused = gateway.post("/api/customers", "{}");

            assertThat(requireProblem(HttpStatus.SERVICE_UNAVAILABLE, "/api/customers", refused))
                    .isEqualTo("customer-management does not answer at the moment");
            assertThat(refused.headers().allValues("Retry-After")).containsExactly("5");
            assertThat(customers.asked()).hasSize(10);
            assertThat(state("open")).isEqualTo(1);
            assertThat(gateway.get("/api/vehicles").statusCode()).isEqualTo(200);

            customers.answers(200, "a customer");
            await().until(() -> gateway.post("/api/customers", "{}").statusCode() == 200);
            assertThat(state("half_open")).isEqualTo(1);
            await().until(() -> gateway.get("/api/customers").statusCode() == 200 && state("closed") == 1);
        }

        @Test
        void opensForAServiceThatIsTooSlow() {
            customers.behaves(after(Duration.ofMillis(1500), answering(200, "")));

            var slow = IntStream.range(0, 10)
                    .mapToObj(i -> gateway.sendAsync("GET", "/api/customers", BodyPublishers.noBody()))
                    .toList();

            assertThat(slow)
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .containsOnly(503);
            assertThat(state("open")).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 404, 409, 422, 500})
        void staysClosedWhateverTheAnswersAre(int status) {
            customers.answers(status, "");
            for (var i = 0; i < 25; i++) {
                gateway.post("/api/customers", "{}");
            }

            assertThat(customers.asked()).hasSize(25);
            assertThat(state("closed")).isEqualTo(1);
        }

        private static double state(String name) {
            var metric = "resilience4j_circuitbreaker_state{name=\"customer-management\",state=\"" + name + "\"} ";
            return gateway.operations("/actuator/prometheus")
                    .lines()
                    .filter(line -> line.startsWith(metric))
                    .mapToDouble(line -> Double.parseDouble(line.substring(metric.length())))
                    .sum();
        }
    }

    private static RunningGateway gatewayTo(String customerManagement) {
        return RunningGateway.start(
                "spring.profiles.active=impatient",
                "pitstop.gateway.rate-limit.enabled=false",
                "pitstop.services.customer-management=" + customerManagement,
                "pitstop.services.vehicle-management=" + vehicles.url());
    }

    /** The timeout is a second; the rest is for a busy machine. */
    private static HttpResponse<String> withinTheTimeout(Supplier<HttpResponse<String>> request) {
        var started = System.nanoTime();
        var answer = request.get();
        assertThat(since(started)).isLessThan(Duration.ofSeconds(4));
        return answer;
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static HttpHandler firstTwice(HttpHandler first, HttpHandler then) {
        var times = new AtomicInteger();
        return exchange -> (times.incrementAndGet() <= 2 ? first : then).handle(exchange);
    }

    private static HttpHandler after(Duration pause, HttpHandler then) {
        return exchange -> {
            pass(new CountDownLatch(1), pause);
            then.handle(exchange);
        };
    }

    private static void pass(CountDownLatch latch, Duration atMost) {
        try {
            latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
