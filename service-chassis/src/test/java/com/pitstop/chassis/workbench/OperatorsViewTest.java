package com.pitstop.chassis.workbench;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.workbench.Tool.BuyTool;
import com.pitstop.chassis.workbench.Tool.UseTool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What a service shows to those who run it, also on a bad day. */
@ExtendWith(OutputCaptureExtension.class)
class OperatorsViewTest {

    private ConfigurableApplicationContext service;

    @AfterEach
    void stop() {
        service.close();
        // Spring Boot keeps this one for the whole process.
        System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
    }

    @Test
    void countsHowMessagesEnded() {
        service = Workbench.start(TestDatabases.h2());
        var tool = tool();
        commands().sendAndWait(new BuyTool(tool, "plane"));
        assertThatThrownBy(() -> commands().sendAndWait(new BuyTool(tool, "plane")))
                .isNotNull();
        assertThatThrownBy(() -> commands().sendAndWait(new BuyTool(null, "plane")))
                .isNotNull();

        assertThat(metric("pitstop_commands_seconds_count{command=\"BuyTool\",outcome=\"success\"}"))
                .isEqualTo(1);
        assertThat(metric("pitstop_commands_seconds_count{command=\"BuyTool\",outcome=\"refused\"}"))
                .isEqualTo(1);
        assertThat(metric("pitstop_commands_seconds_count{command=\"BuyTool\",outcome=\"failure\"}"))
                .isEqualTo(1);
    }

    @Test
    void countsAParkedEventAsAFailure() {
        service = Workbench.start(TestDatabases.h2());
        var tool = tool();
        service.getBean(ToolProjection.class).jammed.add(tool);
        commands().sendAndWait(new BuyTool(tool, "clamp"));

        await().untilAsserted(() ->
                assertThat(metric("pitstop_deadletters{group=\"tools\"}")).isEqualTo(1));
        assertThat(metric("pitstop_events_seconds_count{event=\"ToolBought\",outcome=\"failure\",processor=\"tools\"}"))
                .isEqualTo(1);
    }

    @Test
    void showsHowFarAProcessorIsBehind() {
        service = Workbench.start(TestDatabases.h2());
        var tool = tool();
        commands().sendAndWait(new BuyTool(tool, "rasp"));
        await().untilAsserted(() -> assertThat(metric("pitstop_processor_lag_events{processor=\"tools\"}"))
                .isZero());
        assertThat(metric("pitstop_processor_lag_seconds{processor=\"tools\"}")).isZero();
        assertThat(metric("pitstop_processor_state{processor=\"tools\",state=\"running\"}"))
                .isEqualTo(1);

        management().post().uri("/actuator/processors/tools/pause").retrieve().toBodilessEntity();
        commands().sendAndWait(new UseTool(tool));
        commands().sendAndWait(new UseTool(tool));

        await().untilAsserted(() -> {
            assertThat(metric("pitstop_processor_lag_events{processor=\"tools\"}"))
                    .isGreaterThanOrEqualTo(2);
            assertThat(metric("pitstop_processor_lag_seconds{processor=\"tools\"}"))
                    .isBetween(0.001, 60d);
            assertThat(metric("pitstop_processor_state{processor=\"tools\",state=\"paused\"}"))
                    .isEqualTo(1);
        });
    }

    @Test
    void isAliveButNotReadyWithoutItsDatabase(CapturedOutput output) throws Exception {
        try (var database = EmbeddedPostgres.start()) {
            service = Workbench.start(Map.of(
                    "spring.datasource.url",
                    database.getJdbcUrl("postgres", "postgres"),
                    "spring.datasource.username",
                    "postgres",
                    "spring.datasource.password",
                    "postgres",
                    "spring.datasource.hikari.connection-timeout",
                    2000,
                    "server.port",
                    0,
                    "management.server.port",
                    0));
            assertThat(statusOf("/actuator/health/readiness")).isEqualTo(200);
        }

        assertThat(statusOf("/actuator/health/liveness")).isEqualTo(200);
        assertThat(metric("pitstop_processor_lag_events{processor=\"tools\"}")).isNaN();
        assertThat(metric("pitstop_deadletters{group=\"tools\"}")).isNaN();
        assertThat(statusOf("/actuator/health/readiness")).isEqualTo(503);
        assertThat(statusOf("/actuator/processors")).isEqualTo(503);
        assertThat(statusOf("/actuator/processors/tools")).isEqualTo(503);
        await().untilAsserted(() -> assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("cannot be reached, and is tried again"))
                .hasSize(2));
        assertThat(output.getOut()).as("once each, without a stack").doesNotContain("\tat ");
    }

    @Test
    void logsJsonThatSaysWhichRequestAndWhose(CapturedOutput output) {
        service = Workbench.start(
                TestDatabases.h2(), "--logging.structured.format.console=ecs", "--spring.application.name=bench");
        var tool = tool();
        service.getBean(ToolProjection.class).jammed.add(tool);

        commands()
                .sendAndWait(GenericCommandMessage.asCommandMessage(new BuyTool(tool, "awl"))
                        .andMetaData(Map.of("correlationId", "story-9", "user", "jo")));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> lines(output)
                        .anyMatch(
                                line -> line.path("correlationId").asString("").equals("story-9")
                                        && line.path("user.name").asString("").equals("jo")
                                        && line.path("service")
                                                .path("name")
                                                .asString("")
                                                .equals("bench")));
    }

    /** Fails on a line that is no JSON. */
    private static Stream<JsonNode> lines(CapturedOutput output) {
        var json = new JsonMapper();
        return output.getOut().lines().filter(line -> !line.isBlank()).map(json::readTree);
    }

    private double metric(String series) {
        return management()
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .body(String.class)
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + series));
    }

    private int statusOf(String path) {
        return management()
                .get()
                .uri(path)
                .retrieve()
                .onStatus(HttpStatusCode::isError, (request, response) -> {})
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private RestClient management() {
        var http = new JdkClientHttpRequestFactory();
        http.setReadTimeout(Duration.ofSeconds(30));
        return RestClient.builder()
                .requestFactory(http)
                .baseUrl("http://127.0.0.1:" + service.getEnvironment().getProperty("local.management.port"))
                .build();
    }

    private CommandGateway commands() {
        return service.getBean(CommandGateway.class);
    }

    private static String tool() {
        return "tool:" + UUID.randomUUID();
    }
}
