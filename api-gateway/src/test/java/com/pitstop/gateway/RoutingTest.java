package com.pitstop.gateway;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

import com.jayway.jsonpath.JsonPath;

import static com.pitstop.gateway.RunningGateway.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** What the gateway passes on, what it keeps, and what it refuses. On the routes of production. */
class RoutingTest {

    private static final StubService customers = new StubService();
    private static final StubService vehicles = new StubService();
    private static final StubService workshop = new StubService();
    private static final StubService parts = new StubService();
    private static final StubService billing = new StubService();
    private static final StubService audit = new StubService();
    private static final StubService notification = new StubService();
    private static final StubService processes = new StubService();

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "pitstop.services.customer-management=" + customers.url(),
                "pitstop.services.vehicle-management=" + vehicles.url(),
                "pitstop.services.workshop-management=" + workshop.url(),
                "pitstop.services.parts-inventory=" + parts.url(),
                "pitstop.services.billing=" + billing.url(),
                "pitstop.services.audit-log=" + audit.url(),
                "pitstop.services.notification=" + notification.url(),
                "pitstop.services.process-management=" + processes.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        customers.close();
        vehicles.close();
        workshop.close();
        parts.close();
        billing.close();
        audit.close();
        notification.close();
        processes.close();
    }

    @BeforeEach
    void answerAsUsual() {
        customers.answers(200, "a customer");
        vehicles.answers(200, "a vehicle");
        workshop.answers(200, "a day");
        parts.answers(200, "a part");
        billing.answers(200, "an invoice");
        audit.answers(200, "an entry");
        notification.answers(200, "a mail");
        processes.answers(200, "a process");
    }

    @Nested
    class Request {

        @ParameterizedTest
        @CsvSource({
            "/api/customers, a customer",
            "/api/customers/42, a customer",
            "/api/vehicles/KN-16-RS, a vehicle",
            "/api/workshop/plannings/2026-11-23/jobs, a day",
            "/api/parts/OIL-5W30-1L/reservations, a part",
            "/api/invoices/2026-000123/pdf, an invoice",
            "/api/payments/42/capture, an invoice",
            "/api/billing-accounts/42, an invoice",
            "/api/audit/verification, an entry",
            "/api/mails/42/message, a mail",
            "/api/onboardings/42/status, a process",
            "/api/repair-orders/42/results, a process",
            "/api/triages/42/status, a process",
            "/api/inspections/42/results, a process",
            "/api/processes/42/timeline, a process",
            "/api/process-definitions/repair-order/1, a process",
            "/api/incidents, a process",
            "/api/participants/billing/pause, a process",
            "/api/contact-preferences/42, a mail"
        })
        void goesToTheServiceOfItsPath(String path, String answer) {
            assertThat(gateway.get(path).body()).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({
            "/api/customers/caf%C3%A9%20Zuid/a+b, /api/customers/caf%C3%A9%20Zuid/a+b",
            "/api/customers?query=caf%C3%A9%20Zuid&page=1&size=5, /api/customers?query=caf%C3%A9%20Zuid&page=1&size=5",
            "/api/customers?query=a%2Bb%26c%3Dd, /api/customers?query=a%2Bb%26c%3Dd",
            "/api/customers?query=a+b, /api/customers?query=a%20b",
            "/api/customers?q=1&q=2, /api/customers?q=1&q=2"
        })
        void arrivesWithItsPathAndItsQuery(String asked, String arrived) {
            gateway.get(asked);

            assertThat(customers.lastAsked().uri()).isEqualTo(arrived);
        }

        @Test
        void arrivesWithItsMethodItsBodyAndItsHeaders() {
            gateway.send(
                    "PUT",
                    "/api/vehicles/KN-16-RS/owner",
                    BodyPublishers.ofString("{\"ownerId\":\"é\"}"),
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    "key-1",
                    "Prefer",
                    "wait=2");

            var asked = vehicles.lastAsked();
            assertThat(asked.method()).isEqualTo("PUT");
            assertThat(asked.body()).isEqualTo("{\"ownerId\":\"é\"}");
            assertThat(asked.headers().get("Content-Type")).containsExactly("application/json");
            assertThat(asked.headers().get("Content-Length")).containsExactly("16");
            assertThat(asked.headers().getFirst("Idempotency-Key")).isEqualTo("key-1");
            assertThat(asked.headers().getFirst("Prefer")).isEqualTo("wait=2");
        }

        @Test
        void arrivesWholeAlsoIfItsLengthWasNotSaid() {
            var body = "x".repeat(20_000);

            gateway.send("POST", "/api/customers", BodyPublishers.ofInputStream(() -> bytes(body)));

            assertThat(customers.lastAsked().body()).isEqualTo(body);
        }

        @Test
        void arrivesWholeAlsoAsAForm() {
            gateway.post("/api/customers?q=1", "a=1&b=2", "Content-Type", "application/x-www-form-urlencoded");

            assertThat(customers.lastAsked().uri()).isEqualTo("/api/customers?q=1");
            assertThat(customers.lastAsked().body()).isEqualTo("a=1&b=2");
        }

        @Test
        void arrivesWithoutTheHeadersOfItsConnectionAndInternalOnes() throws Exception {
            gateway.raw("""
                    GET /api/customers HTTP/1.1
                    Host: localhost
                    Connection: close, X-Only-Here
                    X-Only-Here: 1
                    Keep-Alive: timeout=5
                    TE: trailers
                    Proxy-Authorization: Basic c2VjcmV0
                    Proxy-Connection: keep-alive
                    Upgrade: h2c
                    X-Application-Context: fake
                    X-Internal-User: admin
                    x-pitstop-internal-role: admin
                    X-Anything: goes""".replace("\n", "\r\n"));

            assertThat(customers.lastAsked().headers().keySet())
                    .contains("X-anything")
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .doesNotContain(
                            "x-only-here",
                            "keep-alive",
                            "te",
                            "proxy-authorization",
                            "proxy-connection",
                            "upgrade",
                            "x-application-context",
                            "x-internal-user",
                            "x-pitstop-internal-role");
        }

        @Test
        void saysWhoAskedAndWhereAndNotWhatTheClientClaims() {
            gateway.get(
                    "/api/customers",
                    "X-Forwarded-For",
                    "203.0.113.9",
                    "X-Forwarded-Host",
                    "evil.example",
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-Prefix",
                    "/evil",
                    "Forwarded",
                    "for=203.0.113.9;host=evil.example");

            var headers = customers.lastAsked().headers();
            assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
            assertThat(headers.get("X-Forwarded-Host")).containsExactly("localhost");
            assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
            assertThat(headers.get("X-Forwarded-Port")).containsExactly(String.valueOf(gateway.port()));
            assertThat(headers).doesNotContainKeys("X-forwarded-prefix", "Forwarded");
        }
    }

    @Nested
    class Answer {

        @ParameterizedTest
        @ValueSource(ints = {400, 404, 409, 422, 500, 503})
        void isThatOfTheServiceAlsoIfItIsAProblem(int status) {
            var problem = "{\"type\":\"urn:pitstop:rule:its-own\",\"status\":%d}".formatted(status);
            customers.answers(status, problem, "Content-Type", "application/problem+json", "Retry-After", "17");

            var answer = gateway.post("/api/customers", "{}");

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo(problem);
            assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
            assertThat(answer.headers().allValues("Retry-After")).containsExactly("17");
        }

        @Test
        void keepsALocationThatHoldsForTheGatewayToo() {
            customers.answers(201, "{}", "Location", "/api/customers/42");

            assertThat(gateway.post("/api/customers", "{}").headers().allValues("Location"))
                    .containsExactly("/api/customers/42");
        }

        @Test
        void mayHaveNoBody() {
            customers.answers(204, "");

            assertThat(gateway.post("/api/customers", "{}").statusCode()).isEqualTo(204);
        }

        @Test
        void mayBeLarge() {
            var large = "0123456789".repeat(500_000);
            customers.answers(200, large);

            assertThat(gateway.get("/api/customers").body()).isEqualTo(large);
        }

        @Test
        void leavesItsConnectionToTheNextOneAlsoIfItIsUnchanged() {
            customers.answers(200, "{}", "ETag", "\"1\"");

            for (var i = 0; i < 20; i++) {
                assertThat(gateway.get("/api/customers", "If-None-Match", "\"1\"")
                                .statusCode())
                        .isEqualTo(304);
            }

            assertThat(customers.asked().stream()
                            .map(StubService.Asked::connection)
                            .distinct())
                    .hasSizeLessThan(5);
        }

        @Test
        void staysPackedAsTheServicePackedIt() {
            customers.answers(200, "not really gzip", "Content-Encoding", "gzip");

            var answer = gateway.get("/api/customers", "Accept-Encoding", "gzip");

            assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
            assertThat(answer.body()).isEqualTo("not really gzip");
        }

        @Test
        void comesWithoutTheHeadersOfItsConnectionAndInternalOnes() {
            customers.answers(
                    200,
                    "{}",
                    "Connection",
                    "X-Only-Here",
                    "X-Only-Here",
                    "1",
                    "Keep-Alive",
                    "timeout=5",
                    "Proxy-Authenticate",
                    "Basic",
                    "Server",
                    "Tomcat",
                    "X-Powered-By",
                    "Java",
                    "X-Application-Context",
                    "customers:8090",
                    "X-Internal-Shard",
                    "7",
                    "X-Pitstop-Internal-Node",
                    "a",
                    "X-Anything",
                    "goes");

            assertThat(gateway.get("/api/customers").headers().map())
                    .containsKey("x-anything")
                    .doesNotContainKeys(
                            "x-only-here",
                            "keep-alive",
                            "proxy-authenticate",
                            "server",
                            "x-powered-by",
                            "x-application-context",
                            "x-internal-shard",
                            "x-pitstop-internal-node");
        }
    }

    @Nested
    class CorrelationId {

        @Test
        void isTakenOverAndReturnedOnce() {
            customers.answers(200, "{}", "X-Correlation-ID", "what-the-service-says");

            var answer = gateway.get("/api/customers", "X-Correlation-ID", "order-7.a_b");

            assertThat(answer.headers().allValues("X-Correlation-ID")).containsExactly("order-7.a_b");
            assertThat(customers.lastAsked().headers().get("X-Correlation-ID")).containsExactly("order-7.a_b");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "two words", "a;b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
        void isMadeWhereThereIsNoneToTakeOver(String unusable) {
            var answer = gateway.get("/api/customers", "X-Correlation-ID", unusable);

            var made = customers.lastAsked().headers().getFirst("X-Correlation-ID");
            assertThat(made).isNotEqualTo(unusable).matches("[0-9a-f-]{36}");
            assertThat(answer.headers().allValues("X-Correlation-ID")).containsExactly(made);
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(strings = {"/", "/nothing", "/api", "/api/customersx", "/actuator", "/actuator/health", "/error"})
        void areUnknownPaths(String path) {
            requireProblem(HttpStatus.NOT_FOUND, path, gateway.get(path));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/customers/../../actuator/health",
                    "/api/customers/%2e%2e/%2E%2E/actuator/health",
                    "/api/customers/..;x=1/..;/actuator",
                    "/api/customers/..%3b/x",
                    "/api/customers/./42"
                })
        void arePathsThatTheServiceWouldReadDifferently(String path) throws Exception {
            var answer = gateway.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close");

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "correlationId");
            assertThat(customers.asked()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/customers?query={}",
                    "/api/customers/%zz",
                    "/api/customers/a%2Fb",
                    "/api/customers?query=%zz",
                    "/api/customers/a\\b"
                })
        void areAddressesThatNobodyCanRead(String path) throws Exception {
            var answer = gateway.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close");

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "correlationId", "urn:pitstop:problem:bad-request");
            assertThat(customers.asked()).isEmpty();
        }

        @Test
        void areUnreadableParametersWithoutBlameForTheService() throws Exception {
            for (var i = 0; i < 20; i++) {
                gateway.raw("GET /api/vehicles?query=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close");
            }

            assertThat(gateway.get("/api/vehicles").statusCode()).isEqualTo(200);
        }

        @Test
        void isABodyThatSaysItIsTooLarge() {
            var answer = gateway.post("/api/customers", "x".repeat(65_537));

            assertThat(requireProblem(HttpStatus.CONTENT_TOO_LARGE, "/api/customers", answer))
                    .contains("65536 bytes");
            assertThat(customers.asked()).isEmpty();
        }

        @Test
        void isABodyThatTurnsOutTooLarge() {
            var body = BodyPublishers.ofInputStream(() -> bytes("x".repeat(65_537)));

            var answer = gateway.send("POST", "/api/customers", body);

            requireProblem(HttpStatus.CONTENT_TOO_LARGE, "/api/customers", answer);
            assertThat(customers.asked()).isEmpty();
        }

        @Test
        void isNoBodyThatIsJustSmallEnough() {
            assertThat(gateway.post("/api/customers", "x".repeat(65_536)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Documentation {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "customer-management",
                    "vehicle-management",
                    "workshop-management",
                    "parts-inventory",
                    "billing",
                    "audit-log",
                    "notification",
                    "process-management"
                })
        void isGatheredFromTheServices(String service) {
            for (var stub :
                    new StubService[] {customers, vehicles, workshop, parts, billing, audit, notification, processes}) {
                stub.behaves(exchange -> StubService.answering(
                                200,
                                exchange.getRequestURI() + " for "
                                        + exchange.getRequestHeaders().getFirst("X-Forwarded-Port"))
                        .handle(exchange));
            }

            assertThat(gateway.get("/v3/api-docs/" + service).body()).isEqualTo("/v3/api-docs for " + gateway.port());
        }

        @Test
        void isOnOnePage() {
            assertThat(gateway.get("/swagger-ui.html").headers().firstValue("Location"))
                    .contains("/swagger-ui/index.html");
            assertThat(gateway.get("/swagger-ui/index.html").body()).contains("Swagger UI");
            assertThat(JsonPath.<List<String>>read(
                            gateway.get("/v3/api-docs/swagger-config").body(), "urls[*].url"))
                    .containsExactlyInAnyOrder(
                            "/v3/api-docs/customer-management",
                            "/v3/api-docs/vehicle-management",
                            "/v3/api-docs/workshop-management",
                            "/v3/api-docs/parts-inventory",
                            "/v3/api-docs/billing",
                            "/v3/api-docs/audit-log",
                            "/v3/api-docs/notification",
                            "/v3/api-docs/process-management");
        }
    }

    @Nested
    class Operator {

        @Test
        void seesItsHealthAndTheStateOfTheBreakers() {
            assertThat(gateway.operations("/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");
            assertThat(gateway.operations("/actuator/health/liveness")).isEqualTo("{\"status\":\"UP\"}");
            assertThat(gateway.operations("/actuator/prometheus"))
                    .contains("resilience4j_circuitbreaker_state{name=\"workshop-management\",state=\"closed\"} 1.0");
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
