package com.pitstop.chassis.workbench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.map;
import static org.awaitility.Awaitility.await;

/** A service that started before its Axon Server did. Nothing listens on port 1. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubAwayTest {

    private ConfigurableApplicationContext service;
    private Api api;
    private Api operator;

    @BeforeAll
    void start() {
        service = Workbench.start(away("127.0.0.1:1"));
        api = api("local.server.port");
        operator = api("local.management.port");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void isAliveButNotReadyAndSaysWhy() {
        assertThat(operator.get("/actuator/health/liveness").getStatusCode().value())
                .isEqualTo(200);

        var readiness = operator.get("/actuator/health/readiness");

        assertThat(readiness.getStatusCode().value()).isEqualTo(503);
        assertThat(readiness.getBody().toString()).contains("hub={", "not connected", "UNAVAILABLE");
    }

    @Test
    void showsItsProcessorsAsFarAsItKnows() {
        var tools = operator.get("/actuator/processors/tools");

        assertThat(tools.getStatusCode().value()).isEqualTo(200);
        assertThat(tools.getBody())
                .asInstanceOf(map(String.class, Object.class))
                .containsEntry("state", "FAILING")
                .containsEntry("lagInEvents", null)
                .containsEntry("lagInSeconds", null);
    }

    @Test
    void refusesCommandsAtOnceAsSomethingToTryAgain() {
        var before = Instant.now();

        var answer = api.post("/api/tools/tool:1", Map.of("label", "hammer"));
        var answerWithKey = api.post("/api/tools/tool:1", Map.of("label", "hammer"), "key-1");

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
        for (var refused : List.of(answer, answerWithKey)) {
            Api.assertProblem(refused, 503, "urn:pitstop:problem:service-unavailable");
            assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("2");
        }
    }

    @Test
    void stillShowsItsReadModels() {
        var uses = api.client().get().uri("/api/tools/tool:1/uses").retrieve().body(Integer.class);

        assertThat(uses).isZero();
    }

    @Test
    void tellsTheConnectorWhatIsDifferentHere() {
        var connector = service.getBean(AxonServerConfiguration.class);

        assertThat(connector.getCommandFlowControl().getPermits()).isEqualTo(250);
        assertThat(connector.isShortcutQueriesToLocalHandlers()).isTrue();
        assertThat(connector.isEventBlockListingEnabled()).isFalse();
        assertThat(connector.getClientId()).matches("pitstop-.{36}");
    }

    @Test
    void saysSoOnceAndStopsSoon(CapturedOutput output) {
        var earlier = output.getOut().length();
        var other = Workbench.start(away("127.0.0.1:1"));
        await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(8)).until(other::isActive);
        assertThat(output.getOut().substring(earlier).lines().filter(line -> !line.contains("ForkedBooter")))
                .singleElement(as(STRING))
                .contains("Axon Server cannot be reached, and is tried again: UNAVAILABLE");

        var stopping = Instant.now();
        other.close();

        assertThat(Duration.between(stopping, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    private Api api(String port) {
        return new Api("http://127.0.0.1:" + service.getEnvironment().getProperty(port));
    }

    private static Map<String, Object> away(String servers) {
        var settings = new HashMap<>(TestDatabases.h2());
        settings.put("pitstop.hub", "axon-server");
        settings.put("pitstop.hub.axon-server.servers", servers);
        return settings;
    }
}
