package com.pitstop.chassis.workbench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;
import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.test.axonserver.FakeAxonServer;
import com.pitstop.chassis.workbench.Tool.BuyTool;
import com.pitstop.chassis.workbench.Tool.ToolUsed;
import com.pitstop.chassis.workbench.Tool.UseTool;

import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The promises on a stand-in for Axon Server, and what only a stand-in can be asked to do: to stumble and to go away. */
class FakeAxonServerTest extends AxonServerPromises {

    private final FakeAxonServer server = new FakeAxonServer();

    @Override
    String servers() {
        return server.address();
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Test
    void triesAgainWhatLostARaceInAnotherProcess() throws Exception {
        var tool = tool();
        buy(tool);
        var before = server.conflicts();
        server.scatterCommands();

        var answers = atOnce(60, () -> use(tool).getStatusCode().value());

        assertThat(answers).containsOnly(204);
        assertThat(server.conflicts()).isGreaterThan(before);
        assertThat(server.eventsOf(tool)).hasSize(61);
        awaitUses(tool, 60);
    }

    @Test
    void appendsTheMarkOfAKeyWithItsEffect() {
        var tool = tool();
        var first = counter.post("/api/tools/" + tool, Map.of("label", "saw"), "key-" + tool);
        var again = counter.post("/api/tools/" + tool, Map.of("label", "saw"), "key-" + tool);

        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(again.getStatusCode().value()).isEqualTo(201);
        assertThat(server.eventsOf(tool)).hasSize(1);
    }

    @Test
    void storesSnapshotsThere() {
        var tool = tool();
        buy(tool);
        for (var i = 0; i < 110; i++) {
            use(tool);
        }

        await().atMost(PATIENCE).until(() -> server.snapshotsOf(tool) > 0);
    }

    @Test
    void readsAnEventOfAnOlderRevision() {
        var tool = tool();
        buy(tool);
        server.append(Event.newBuilder()
                .setMessageIdentifier("old-" + tool)
                .setAggregateIdentifier(tool)
                .setAggregateType("Tool")
                .setAggregateSequenceNumber(1)
                .setTimestamp(Instant.now().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(ToolUsed.class.getName())
                        .setRevision("1")
                        .setData(ByteString.copyFromUtf8("{\"toolId\":\"%s\",\"times\":3}".formatted(tool))))
                .build());

        awaitUses(tool, 3);
        assertThat(commands().<Integer>sendAndWait(new UseTool(tool))).isEqualTo(4);
    }

    @Test
    void goesOnByItselfWhenTheServerIsBack() {
        var tool = tool();
        buy(tool);
        awaitUses(tool, 0);

        server.stop();
        await().atMost(PATIENCE)
                .until(() -> operator.get("/actuator/health/readiness")
                                .getStatusCode()
                                .value()
                        == 503);
        var asked = Instant.now();
        var refused = use(tool);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
        Api.assertProblem(refused, 503, "urn:pitstop:problem:service-unavailable");
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("2");
        assertThat(operator.get("/actuator/health/liveness").getStatusCode().value())
                .isEqualTo(200);

        server.start();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(use(tool).getStatusCode().value()).isEqualTo(204));
        awaitUses(tool, 1);
        awaitReady();
    }

    @Test
    void mayComeAfterTheServiceThatNeedsIt() {
        try (var late = new FakeAxonServer()) {
            late.stop();
            try (var early = Workbench.start(
                    TestDatabases.h2(),
                    "--pitstop.hub=axon-server",
                    "--pitstop.hub.axon-server.servers=" + late.address())) {
                late.start();

                var tool = tool();
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() ->
                                early.getBean(CommandGateway.class).sendAndWait(new BuyTool(tool, "level")) == null);

                await().atMost(PATIENCE)
                        .until(() -> early.getBean(ToolRows.class).existsById(tool));
            }
        }
    }
}
