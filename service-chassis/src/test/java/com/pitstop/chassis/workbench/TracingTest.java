package com.pitstop.chassis.workbench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.workbench.Tool.BuyTool;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A request can be followed to the last projection, when somebody wants to; and costs nothing when nobody does. */
@ExtendWith(OutputCaptureExtension.class)
class TracingTest {

    private static final String ENDPOINT = "--management.opentelemetry.tracing.export.otlp.endpoint=";

    /** A tool shop on the web. */
    @RestController
    static class Shop {

        private final CommandGateway commands;

        Shop(CommandGateway commands) {
            this.commands = commands;
        }

        @PostMapping("/tools/{id}")
        void buy(@PathVariable String id) {
            commands.sendAndWait(new BuyTool("tool:" + id, "level"));
        }
    }

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private HttpServer collector;
    private ConfigurableApplicationContext service;

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", this::collect);
        collector.start();
    }

    @AfterEach
    void stop() {
        service.close();
        collector.stop(0);
    }

    @Test
    void followsARequestToItsProjection() {
        start(
                ENDPOINT + address(collector.getAddress().getPort()),
                "--management.opentelemetry.tracing.export.schedule-delay=100ms");
        var trace = UUID.randomUUID().toString().replace("-", "");

        buy("00-" + trace + "-00f067aa0ba902b7-01");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(namesIn(trace))
                        .contains(
                                "http post /tools/{id}",
                                "CommandBus.handleCommand(BuyTool)",
                                "EventBus.publishEvent(ToolBought)",
                                "StreamingEventProcessor.process(ToolBought)",
                                "ToolProjection.on(ToolBought)"));
        assertThat(service.getBean(SpanFactory.class)).isInstanceOf(OpenTelemetrySpanFactory.class);
    }

    @Test
    void isInWhatAProjectionLogs() {
        start(
                ENDPOINT + address(collector.getAddress().getPort()),
                "--management.opentelemetry.tracing.export.schedule-delay=100ms");
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        ((Logger) LoggerFactory.getLogger(ToolProjection.class)).addAppender(logged);
        var trace = UUID.randomUUID().toString().replace("-", "");
        var tool = UUID.randomUUID();
        service.getBean(ToolProjection.class).jammed.add("tool:" + tool);

        buy(tool, "00-" + trace + "-00f067aa0ba902b7-01");

        await().untilAsserted(() -> assertThat(logged.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getMDCPropertyMap())
                        .containsEntry("traceId", trace)
                        .containsKeys("spanId", "correlationId", "user")));
    }

    @Test
    void leavesOperatorsOut() {
        start(
                ENDPOINT + address(collector.getAddress().getPort()),
                "--management.opentelemetry.tracing.export.schedule-delay=100ms");
        var port = service.getEnvironment().getProperty("local.management.port");

        RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/actuator/health")
                .retrieve()
                .toBodilessEntity();
        buy("00-11111111111111111111111111111111-00f067aa0ba902b7-01");

        await().until(() -> !namesIn("11111111111111111111111111111111").isEmpty());
        assertThat(spans).extracting(Span::getName).noneMatch(name -> name.contains("actuator"));
    }

    @Test
    void isNotThereWithoutAnEndpoint() {
        start(ENDPOINT);

        assertThat(service.getBean(SpanFactory.class)).isInstanceOf(NoOpSpanFactory.class);
        assertThat(service.getBeansOfType(SpanExporter.class)).isEmpty();
        assertThat(service.getBeansOfType(OpenTelemetry.class)).isEmpty();
        assertThat(service.getBeansOfType(io.micrometer.tracing.Tracer.class)).isEmpty();
    }

    @Test
    void neitherSlowsRequestsDownNorFloodsTheLogWhenNobodyListens(CapturedOutput output) throws Exception {
        start(ENDPOINT + address(freePort()), "--management.opentelemetry.tracing.export.schedule-delay=10ms");

        var began = System.nanoTime();
        for (int request = 0; request < 100; request++) {
            buy("");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        await().atMost(Duration.ofSeconds(20)).until(() -> complaints(output) > 0);
        assertThat(complaints(output)).isLessThan(20);
    }

    private void start(String... arguments) {
        service = new SpringApplicationBuilder(Workbench.class, Shop.class)
                .run(TestDatabases.arguments(TestDatabases.h2(), arguments));
    }

    private void buy(String traceparent) {
        buy(UUID.randomUUID(), traceparent);
    }

    private void buy(UUID tool, String traceparent) {
        RestClient.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                .post()
                .uri("/tools/{id}", tool)
                .headers(headers -> headers.set("traceparent", traceparent))
                .retrieve()
                .toBodilessEntity();
    }

    private List<String> namesIn(String trace) {
        return spans.stream()
                .filter(span -> hex(span.getTraceId().toByteArray()).equals(trace))
                .map(Span::getName)
                .toList();
    }

    private static long complaints(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("Failed to export"))
                .count();
    }

    private void collect(HttpExchange exchange) throws IOException {
        var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
        request.getResourceSpansList()
                .forEach(resource -> resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port + "/v1/traces";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
