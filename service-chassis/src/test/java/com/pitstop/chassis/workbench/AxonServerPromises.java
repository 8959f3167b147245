package com.pitstop.chassis.workbench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.chassis.operations.ProcessorsEndpoint;
import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.workbench.Tool.BuyTool;
import com.pitstop.chassis.workbench.Tool.UseTool;
import com.pitstop.shared.audit.CommandRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the chassis promises on Axon Server. Three processes, here three services in one: two workbenches that share a
 * database, and a counter that only asks for things.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AxonServerPromises {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A process that has neither the aggregate nor its read model. */
    @EnableAutoConfiguration
    @Import(ToolController.class)
    static class Counter {}

    ConfigurableApplicationContext one;
    ConfigurableApplicationContext two;
    Api counter;
    Api operator;
    private ConfigurableApplicationContext counterService;

    /** Where Axon Server is. */
    abstract String servers();

    @BeforeAll
    void start() {
        var database = settings(TestDatabases.postgres());
        one = Workbench.start(database, "--spring.application.name=workbench", "--pitstop.instance=one");
        two = Workbench.start(database, "--spring.application.name=workbench", "--pitstop.instance=two");
        counterService = new SpringApplicationBuilder(Counter.class)
                .run(TestDatabases.arguments(settings(TestDatabases.h2()), "--spring.application.name=counter"));
        counter = new Api("http://127.0.0.1:" + counterService.getEnvironment().getProperty("local.server.port"));
        operator = new Api("http://127.0.0.1:" + one.getEnvironment().getProperty("local.management.port"));
        awaitReady();
    }

    @AfterAll
    void stop() {
        counterService.close();
        two.close();
        one.close();
    }

    @Test
    void keepsTheEventsAndTheReadModelsApart() {
        var tool = tool();

        assertThat(buy(tool).getStatusCode().value()).isEqualTo(201);

        awaitUses(tool, 0);
        assertThat(database().queryForList("select schema_name from information_schema.schemata", String.class))
                .contains("workbench", "operations")
                .doesNotContain("hub");
    }

    @Test
    void answersARefusalOfAnotherProcessByItsRule() {
        var tool = tool();
        buy(tool);

        Api.assertProblem(buy(tool), 409, "urn:pitstop:rule:bought-once");
        Api.assertProblem(use(tool()), 404, "urn:pitstop:rule:known-tool");
    }

    @Test
    void letsEveryUseHaveItsEffect() throws Exception {
        var tool = tool();
        buy(tool);

        var answers = atOnce(40, () -> use(tool).getStatusCode().value());

        assertThat(answers).containsOnly(204);
        awaitUses(tool, 40);
    }

    @Test
    void hasOneEffectPerRequestKey() throws Exception {
        var tool = tool();
        buy(tool);
        var key = RequestKey.of("use", UUID.randomUUID().toString(), "once");

        atOnce(
                10,
                () -> commands()
                        .sendAndWait(GenericCommandMessage.asCommandMessage(new UseTool(tool))
                                .andMetaData(key.asMetaData())));

        assertThat(commands().<Integer>sendAndWait(new UseTool(tool))).isEqualTo(2);
        awaitUses(tool, 2);
    }

    @Test
    void loadsFromASnapshot() {
        var tool = tool();
        commands().sendAndWait(new BuyTool(tool, "lamp"));
        IntStream.range(0, 120).forEach(i -> commands().sendAndWait(new UseTool(tool)));

        assertThat(commands().<Integer>sendAndWait(new UseTool(tool))).isEqualTo(121);
    }

    @Test
    void rebuildsAReadModel() {
        var tool = tool();
        buy(tool);
        use(tool);
        awaitUses(tool, 1);
        database().update("update workbench.tool set uses = 7 where tool_id = ?", tool);

        one.getBean(ProcessorsEndpoint.class).act("tools", "replay");

        awaitUses(tool, 1);
        awaitReady();
    }

    @Test
    void givesEveryEventItsOrigin() {
        var tool = tool();
        commands()
                .sendAndWait(GenericCommandMessage.asCommandMessage(new BuyTool(tool, "tape"))
                        .andMetaData(Map.of("correlationId", "story-7")));

        assertThat(one.getBean(EventStore.class).readEvents(tool).next().getMetaData())
                .containsEntry("correlationId", "story-7")
                .containsEntry("user", "anonymous")
                .containsKey("causationId");
    }

    @Test
    void putsARefusalOnRecordWhereverItWasHandled() throws Exception {
        var tool = tool();
        buy(tool);
        var events = one.getBean(EventStore.class);
        var before = events.createHeadToken();

        buy(tool);

        try (var stream = events.openStream(before)) {
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            var recorded = stream.nextAvailable();
            assertThat(recorded.getPayload()).isInstanceOfSatisfying(CommandRefused.class, refused -> {
                assertThat(refused.subject()).isEqualTo(tool);
                assertThat(refused.rule()).isEqualTo("bought-once");
            });
            assertThat(recorded.getMetaData())
                    .containsEntry("command", "BuyTool")
                    .containsKey("causationId");
        }
    }

    @Test
    void showsItsConnection() {
        assertThat(operator.get("/actuator/health/readiness").getBody().toString())
                .contains("hub={", "default=connected");
    }

    final CommandGateway commands() {
        return counterService.getBean(CommandGateway.class);
    }

    final ResponseEntity<Map<String, Object>> buy(String tool) {
        return counter.post("/api/tools/" + tool, Map.of("label", "hammer"));
    }

    final ResponseEntity<Map<String, Object>> use(String tool) {
        return counter.put("/api/tools/" + tool + "/use", null);
    }

    /** Everybody is connected, and commands find their handlers. */
    final void awaitReady() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(operator.get("/actuator/health/readiness")
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
            assertThat(buy(tool()).getStatusCode().value()).isEqualTo(201);
        });
    }

    final void awaitUses(String tool, int uses) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(uses(tool)).containsExactly(uses));
    }

    final List<Integer> uses(String tool) {
        return database().queryForList("select uses from workbench.tool where tool_id = ?", Integer.class, tool);
    }

    private JdbcTemplate database() {
        return one.getBean(JdbcTemplate.class);
    }

    private Map<String, Object> settings(Map<String, Object> own) {
        var settings = new HashMap<>(own);
        settings.put("pitstop.hub", "axon-server");
        settings.put("pitstop.hub.axon-server.servers", servers());
        return settings;
    }

    static String tool() {
        return "tool:" + UUID.randomUUID();
    }

    static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(Collections.nCopies(times, call))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
