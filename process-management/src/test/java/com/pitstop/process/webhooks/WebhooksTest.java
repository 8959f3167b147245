package com.pitstop.process.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.processing.Positions;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.process.ProcessManagement;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipPaused;
import com.pitstop.shared.process.RoutingSlipResumed;
import com.pitstop.shared.process.RoutingSlipStarted;
import com.pitstop.shared.process.StepHastened;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.micrometer.core.instrument.MeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Subscribers that listen, that are slow, that are broken, and that have gone. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class WebhooksTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    /** What came in, in the order in which it came. */
    record Heard(String id, String timestamp, String signature, String body) {}

    private static final WebhookSecret SECRET = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static ConfigurableApplicationContext service;

    @Parameter
    Database database;

    private final UUID slip = UUID.randomUUID();
    private final UUID subscription = UUID.randomUUID();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private HttpServer subscriber;
    private long number;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(ProcessManagement.class)
                .properties(Map.of("spring.application.name", "process-management"))
                .run(TestDatabases.arguments(
                        database.settings(),
                        "--pitstop.processes.webhooks.allowed-hosts=localhost",
                        "--pitstop.processes.webhooks.retry-after=20ms",
                        "--pitstop.processes.webhooks.timeout=300ms",
                        "--pitstop.processes.webhooks.check=20ms"));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @BeforeEach
    void listen() throws IOException {
        subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.setExecutor(Executors.newCachedThreadPool());
        subscriber.createContext("/", this::hear);
        subscriber.start();
    }

    @AfterEach
    void listenNoMore() {
        silence.countDown();
        subscriber.stop(0);
        subscriptions().remove(slip, subscription);
    }

    @Test
    void areDeliveredInOrderAndSigned() {
        subscribe(List.of(), List.of());

        happened(started());
        happened(new RoutingSlipPaused(slip, "lunch"));
        happened(new RoutingSlipResumed(slip, "done"));

        await().untilAsserted(() ->
                assertThat(kinds()).containsExactly("RoutingSlipStarted", "RoutingSlipPaused", "RoutingSlipResumed"));
        assertThat(heard)
                .allSatisfy(one -> assertThat(one.signature())
                        .isEqualTo(SECRET.signature(one.id(), Long.parseLong(one.timestamp()), one.body())));
        assertThat(heard).extracting(Heard::id).doesNotHaveDuplicates();
        assertThat(heard.get(1).body())
                .contains("\"sentence\":\"Paused: lunch\"", "\"trackingNumber\":\"%s\"".formatted(slip))
                .contains("/api/processes/%s/status".formatted(slip));
        await().untilAsserted(() -> assertThat(state().delivered()).isEqualTo(3));
        assertThat(state().waiting()).isZero();
    }

    @Test
    void areOfTheKindsAndStepsThatWereAskedFor() {
        subscribe(List.of("StepHastened", "RoutingSlipCompleted"), List.of("pay"));

        happened(started());
        happened(new StepHastened(slip, "reserve", ""));
        happened(new StepHastened(slip, "pay", "now"));
        happened(new RoutingSlipCompleted(slip));
        happened(new StepHastened(slip, "pay", "again"));

        await().untilAsserted(() -> assertThat(kinds()).containsExactly("StepHastened", "StepHastened"));
        assertThat(heard.get(0).body()).contains("pay is not to wait for its next try: now");
    }

    @Test
    void areTriedAgainWithTheSameIdBeforeAnythingElse() {
        answers.addAll(List.of(500, 302, 204));
        subscribe(List.of(), List.of());

        happened(started());
        happened(new RoutingSlipPaused(slip, "lunch"));

        await().untilAsserted(() -> assertThat(kinds())
                .containsExactly(
                        "RoutingSlipStarted", "RoutingSlipStarted", "RoutingSlipStarted", "RoutingSlipPaused"));
        assertThat(heard.subList(0, 3))
                .extracting(Heard::id)
                .containsOnly(heard.get(0).id());
        await().untilAsserted(() -> assertThat(state().lastError()).isNull());
    }

    @Test
    void areTriedAgainWhenNoAnswerComes() {
        answers.add(0);
        subscribe(List.of(), List.of());

        happened(started());

        await().untilAsserted(() -> assertThat(kinds()).containsExactly("RoutingSlipStarted", "RoutingSlipStarted"));
        await().untilAsserted(() -> assertThat(state().delivered()).isEqualTo(1));
    }

    @Test
    void areNotSentAnyMoreToASubscriberThatHasGone() {
        answers.add(410);
        subscribe(List.of(), List.of());

        happened(started());
        await().untilAsserted(() -> assertThat(state().status()).isEqualTo(SubscriptionStatus.GONE));
        happened(new RoutingSlipPaused(slip, "lunch"));

        awaitHandled();
        assertThat(kinds()).containsExactly("RoutingSlipStarted");
        assertThat(state().waiting()).isEqualTo(1);
    }

    @Test
    void areParkedAfterEightTriesUntilSomebodyReleasesThem() {
        answers.add(503);
        subscribe(List.of(), List.of());
        bean(JdbcTemplate.class)
                .update("update process.subscription set attempts = 7 where subscription_id = ?", subscription);

        happened(started());
        await().untilAsserted(() -> assertThat(state().status()).isEqualTo(SubscriptionStatus.PARKED));
        assertThat(state().lastError()).isEqualTo("The subscriber answered 503");
        assertThat(state().nextAttemptAt()).isNull();
        assertThat(parked()).isEqualTo(1);
        happened(new RoutingSlipPaused(slip, "lunch"));
        await().untilAsserted(() -> assertThat(state().waiting()).isEqualTo(2));
        assertThat(heard).hasSize(1);

        subscriptions().release(subscription);

        await().untilAsserted(() ->
                assertThat(kinds()).containsExactly("RoutingSlipStarted", "RoutingSlipStarted", "RoutingSlipPaused"));
        assertThat(parked()).isZero();
    }

    private static double parked() {
        return bean(MeterRegistry.class)
                .get("pitstop.subscriptions.parked")
                .gauge()
                .value();
    }

    /** The service itself is one of those that want it. */
    @Test
    void areClaimedByOneOfThoseThatWantToDeliverThem() {
        subscribe(List.of(), List.of());
        happened(started());
        await().until(() -> state().waiting() + state().delivered() == 1);

        var mine = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> bean(WebhookOutbox.class).claim(subscription))
                .filter(Optional::isPresent)
                .count();

        await().untilAsserted(() -> assertThat(heard.size() + mine).isEqualTo(1));
        assertThat(bean(WebhookOutbox.class).claim(subscription)).isEmpty();
        assertThat(bean(WebhookOutbox.class).due(100)).doesNotContain(subscription);
    }

    @Test
    void areNotSentAgainByAReplay() {
        subscribe(List.of(), List.of());
        happened(started());
        await().untilAsserted(() -> assertThat(kinds()).containsExactly("RoutingSlipStarted"));

        assertThat(processor("process-webhooks").supportsReset()).isFalse();
        var timeline = processor("process-timeline");
        timeline.shutDown();
        timeline.resetTokens();
        timeline.start();

        happened(new RoutingSlipPaused(slip, "lunch"));
        await().untilAsserted(() -> assertThat(kinds()).containsExactly("RoutingSlipStarted", "RoutingSlipPaused"));
    }

    private void subscribe(List<String> kinds, List<String> steps) {
        var url = URI.create(
                "http://localhost:%d/hook".formatted(subscriber.getAddress().getPort()));
        var wish = new Wish(slip, url, kinds, steps, SECRET);
        subscriptions().add(subscription, wish);
        subscriptions().add(subscription, wish);
    }

    private void hear(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer;
        synchronized (answers) {
            heard.add(new Heard(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body));
            answer = answers.isEmpty() ? 200 : answers.remove();
        }
        answer(exchange, answer);
    }

    /** 0 stands for a subscriber that says nothing. */
    private void answer(HttpExchange exchange, int status) throws IOException {
        if (status == 0) {
            try {
                silence.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else {
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private List<String> kinds() {
        return heard.stream()
                .map(one -> one.body().replaceAll("^\\{\"type\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private RoutingSlipStarted started() {
        return new RoutingSlipStarted(slip, "test-order", 1, List.of(), Map.of());
    }

    private void happened(Object event) {
        bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("RoutingSlip", "routing-slip:" + slip, number++, event));
    }

    /** Everything that was to be written down is. */
    private void awaitHandled() {
        var positions = bean(Positions.class);
        var head = positions.head();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(positions.of("process-webhooks"))
                        .isNotEmpty()
                        .allSatisfy(segment -> assertThat(segment.position()).isGreaterThanOrEqualTo(head)));
    }

    private Subscription state() {
        return subscriptions().find(slip, subscription).orElseThrow();
    }

    private static Subscriptions subscriptions() {
        return bean(Subscriptions.class);
    }

    private static StreamingEventProcessor processor(String group) {
        return bean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static <T> T bean(Class<T> type) {
        return service.getBean(type);
    }
}
