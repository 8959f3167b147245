package com.pitstop.gateway;

import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

import static com.pitstop.gateway.RunningGateway.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** How much one client may ask for. */
class RateLimitTest {

    private static final int BURST = 5;

    private StubService customers;

    @BeforeEach
    void open() {
        customers = new StubService();
    }

    @AfterEach
    void close() {
        customers.close();
    }

    @Test
    void refusesAClientThatAsksTooOften() {
        try (var gateway = gateway()) {
            exhaust(gateway);

            var refused = gateway.get("/api/customers");

            requireProblem(HttpStatus.TOO_MANY_REQUESTS, "/api/customers", refused);
            assertThat(refused.headers().firstValue("Retry-After").map(Integer::valueOf))
                    .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 60));
            assertThat(customers.asked()).hasSize(BURST);
        }
    }

    @Test
    void isNotEvadedByAForgedHeader() {
        try (var gateway = gateway()) {
            exhaust(gateway);

            assertThat(gateway.get("/api/customers", "X-Forwarded-For", "203.0.113.77")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void isPerClientBehindATrustedProxy() {
        try (var gateway = gateway("server.forward-headers-strategy=native")) {
            exhaust(gateway, "X-Forwarded-For", "203.0.113.1");

            assertThat(gateway.get("/api/customers", "X-Forwarded-For", "203.0.113.1")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(gateway.get("/api/customers", "X-Forwarded-For", "203.0.113.2")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(customers.lastAsked().headers().get("X-Forwarded-For")).containsExactly("203.0.113.2");
        }
    }

    @Test
    void passesOnTheAddressThatATrustedProxyIsReachedAt() {
        try (var gateway = gateway("server.forward-headers-strategy=native")) {
            gateway.get("/api/customers", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "garage.example");

            var headers = customers.lastAsked().headers();
            assertThat(headers.get("X-Forwarded-Proto")).containsExactly("https");
            assertThat(headers.get("X-Forwarded-Host")).containsExactly("garage.example");
            assertThat(headers.get("X-Forwarded-Port")).containsExactly("443");
        }
    }

    @Test
    void canBeSwitchedOff() {
        try (var gateway = gateway("pitstop.gateway.rate-limit.enabled=false")) {
            exhaust(gateway);

            assertThat(gateway.get("/api/customers").statusCode()).isEqualTo(200);
        }
    }

    private RunningGateway gateway(String... settings) {
        var usual = Stream.of(
                "pitstop.services.customer-management=" + customers.url(),
                "pitstop.gateway.rate-limit.per-second=1",
                "pitstop.gateway.rate-limit.burst=" + BURST);
        return RunningGateway.start(Stream.concat(usual, Stream.of(settings)).toArray(String[]::new));
    }

    private static void exhaust(RunningGateway gateway, String... headers) {
        assertThat(IntStream.range(0, BURST).mapToObj(i -> gateway.get("/api/customers", headers)))
                .map(HttpResponse::statusCode)
                .containsOnly(200);
    }
}
