package com.pitstop.chassis.workbench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.chassis.messaging.Setback;
import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.workbench.Tool.BuyTool;
import com.pitstop.chassis.workbench.Tool.LookAtTool;
import com.pitstop.chassis.workbench.Tool.UseTool;
import com.pitstop.shared.audit.CommandChangedNothing;
import com.pitstop.shared.audit.CommandRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** No command is answered that left no trace, and none leaves more than one. */
class CommandsOnRecordTest {

    @Nested
    class OnH2 extends Promises {

        OnH2() {
            super(TestDatabases.h2());
        }
    }

    @Nested
    class OnPostgreSql extends Promises {

        OnPostgreSql() {
            super(TestDatabases.postgres());
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Promises {

        private final Map<String, Object> settings;
        private ConfigurableApplicationContext service;
        private Api api;

        Promises(Map<String, Object> settings) {
            this.settings = settings;
        }

        @BeforeAll
        void start() {
            service = Workbench.start(settings);
            api = new Api("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
        }

        @AfterAll
        void stop() {
            service.close();
        }

        @Test
        void areTheirEventsWhereThereAreAny() {
            var tool = tool();

            var appended = appendedBy(() -> send(new BuyTool(tool, "hammer")));

            assertThat(appended).hasSize(1);
            assertThat(appended.get(0).getMetaData())
                    .containsEntry("command", "BuyTool")
                    .containsEntry("user", "anonymous")
                    .containsEntry("correlationId", "story");
        }

        @Test
        void areWhatARuleRefused() {
            var tool = tool();
            send(new BuyTool(tool, "hammer"));

            var appended = appendedBy(() -> assertThatThrownBy(() -> send(new BuyTool(tool, "another hammer")))
                    .isInstanceOf(CommandExecutionException.class));

            assertThat(payloads(appended))
                    .containsExactly(new CommandRefused(
                            "BuyTool",
                            tool,
                            "bought-once",
                            "We have that tool",
                            "{\"toolId\":\"%s\",\"label\":\"another hammer\"}".formatted(tool)));
            assertThat(appended.get(0).getMetaData())
                    .containsEntry("command", "BuyTool")
                    .containsEntry("user", "anonymous")
                    .containsEntry("correlationId", "story")
                    .containsKey("causationId");
        }

        @Test
        void areWhatNobodyKnows() {
            var tool = tool();

            var appended = appendedBy(() -> api.put("/api/tools/" + tool + "/use", null));

            assertThat(payloads(appended))
                    .containsExactly(new CommandRefused(
                            "UseTool",
                            tool,
                            "known-tool",
                            "Nothing is known of " + tool.replace(':', ' '),
                            "{\"toolId\":\"%s\"}".formatted(tool)));
        }

        @Test
        void areWhatChangedNothing() {
            var tool = tool();
            send(new BuyTool(tool, "hammer"));

            var appended = appendedBy(() -> send(new LookAtTool(tool)));

            assertThat(payloads(appended))
                    .containsExactly(
                            new CommandChangedNothing("LookAtTool", tool, "{\"toolId\":\"%s\"}".formatted(tool)));
        }

        @Test
        void areRecordedOnceHoweverOftenTheyAreTriedAgain() throws Exception {
            var tool = tool();

            var appended = appendedBy(() -> atOnce(20, () -> {
                try {
                    send(new BuyTool(tool, "drill"));
                } catch (CommandExecutionException refused) {
                    assertThat(refused).hasMessage("We have that tool");
                }
            }));

            assertThat(appended).hasSize(20);
            assertThat(appended.stream().filter(event -> event.getPayload() instanceof CommandRefused))
                    .hasSize(19);
        }

        @Test
        void areOneForEachTimeAKeyIsUsed() {
            var tool = tool();
            send(new BuyTool(tool, "jack"));
            var key = RequestKey.of("use", UUID.randomUUID().toString(), "once");

            var first = appendedBy(() -> send(new UseTool(tool), key.asMetaData()));
            var second = appendedBy(() -> send(new UseTool(tool), key.asMetaData()));

            assertThat(first).hasSize(2);
            assertThat(first)
                    .allSatisfy(event -> assertThat(event.getMetaData()).containsEntry("command", "UseTool"));
            assertThat(payloads(second))
                    .hasOnlyElementsOfType(CommandChangedNothing.class)
                    .hasSize(1);
        }

        @Test
        void areAnsweredAsSomethingToTryAgainWhileTheyCannotBeRecorded() {
            var tool = tool();
            send(new BuyTool(tool, "hammer"));
            var database = service.getBean(JdbcTemplate.class);
            database.execute("""
                    alter table hub.domain_event_entry
                    add constraint full_up check (global_index <= %d)""".formatted(head()));
            try {
                assertThatThrownBy(() -> send(new BuyTool(tool, "hammer")))
                        .isInstanceOfSatisfying(
                                CommandExecutionException.class,
                                unrecorded -> assertThat(unrecorded.<Setback>getDetails())
                                        .contains(Setback.UNAVAILABLE));
                Api.assertProblem(
                        api.post("/api/tools/" + tool, Map.of("label", "hammer")),
                        503,
                        "urn:pitstop:problem:service-unavailable");
            } finally {
                database.execute("alter table hub.domain_event_entry drop constraint full_up");
            }
            Api.assertProblem(
                    api.post("/api/tools/" + tool, Map.of("label", "hammer")), 409, "urn:pitstop:rule:bought-once");
        }

        private void send(Object command) {
            send(command, Map.of());
        }

        private void send(Object command, Map<String, ?> metaData) {
            service.getBean(CommandGateway.class)
                    .sendAndWait(GenericCommandMessage.asCommandMessage(command)
                            .andMetaData(metaData)
                            .andMetaData(Map.of("correlationId", "story")));
        }

        private long head() {
            var head = service.getBean(EventStorageEngine.class).createHeadToken();
            return head == null ? 0 : head.position().orElse(0);
        }

        private List<EventMessage<?>> appendedBy(Runnable work) {
            var engine = service.getBean(EventStorageEngine.class);
            var before = engine.createHeadToken();
            work.run();
            return engine.readEvents(before, false)
                    .<EventMessage<?>>map(event -> event)
                    .toList();
        }

        private static List<Object> payloads(List<EventMessage<?>> events) {
            return events.stream().<Object>map(EventMessage::getPayload).toList();
        }

        private static void atOnce(int times, Runnable work) {
            var threads = Executors.newFixedThreadPool(times);
            try {
                var running = IntStream.range(0, times)
                        .mapToObj(i -> threads.submit(work))
                        .toList();
                for (var one : running) {
                    one.get();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                threads.shutdown();
            }
        }

        private static String tool() {
            return "tool:" + UUID.randomUUID();
        }
    }

    @Test
    void areLeftOutWhereNobodyWantsThem() {
        try (var service = Workbench.start(TestDatabases.h2(), "--pitstop.audit.commands=false")) {
            var commands = service.getBean(CommandGateway.class);
            commands.sendAndWait(new BuyTool("tool:1", "hammer"));
            commands.sendAndWait(new LookAtTool("tool:1"));
            assertThatThrownBy(() -> commands.sendAndWait(new BuyTool("tool:1", "hammer")))
                    .hasMessage("We have that tool");

            assertThat(service.getBean(JdbcTemplate.class)
                            .queryForObject("select count(*) from hub.domain_event_entry", Integer.class))
                    .isEqualTo(1);
        }
    }
}
