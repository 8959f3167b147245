package com.pitstop.chassis.workbench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

import com.pitstop.chassis.hub.Hub;
import com.pitstop.chassis.operations.EventProcessors.State;
import com.pitstop.chassis.operations.EventProcessors.Status;
import com.pitstop.chassis.operations.ProcessorsEndpoint;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.workbench.Tool.BuyTool;
import com.pitstop.chassis.workbench.Tool.UseTool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Several processes, here several services in one, on a hub that they share. */
class SharedHubTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String hub = TestDatabases.newDatabase();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    /** Two that share their read models too. */
    private final Map<String, Object> twins = TestDatabases.postgres();

    @BeforeEach
    void start() {
        running.add(start("one", twins));
    }

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void showsInOneDatabaseWhatWasDoneOverAnother() {
        var elsewhere = start("elsewhere", TestDatabases.postgres());
        var tool = tool();

        commands(0).sendAndWait(new BuyTool(tool, "hammer"));

        awaitUses(elsewhere, tool, 0);
        awaitUses(running.get(0), tool, 0);
        assertThat(new JdbcTemplate(elsewhere.getBean(DataSource.class))
                        .queryForObject(
                                "select count(*) from information_schema.schemata where schema_name = 'hub'",
                                Integer.class))
                .as("events are in the hub only")
                .isZero();
    }

    @Test
    void tellsTheOtherProcessWithinAMomentThatThereIsAnEvent() {
        var elsewhere = start("elsewhere", TestDatabases.postgres());
        var warmUp = tool();
        commands(0).sendAndWait(new BuyTool(warmUp, "warm-up"));
        awaitUses(elsewhere, warmUp, 0);

        var waits = IntStream.range(0, 50)
                .mapToLong(i -> {
                    var tool = tool();
                    var before = System.nanoTime();
                    commands(0).sendAndWait(new BuyTool(tool, "hammer"));
                    await().pollInterval(Duration.ofMillis(2))
                            .until(() -> uses(elsewhere, tool).size() == 1);
                    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
                })
                .sorted()
                .toArray();

        assertThat(waits[waits.length / 2])
                .as("were it left to looking once a second, half would take half a second: %s", waits)
                .isLessThan(400);
    }

    @Test
    void neverSkipsAnEventWhoseTransactionCommitsLate() throws SQLException {
        var late = tool();
        var others = Stream.generate(SharedHubTest::tool).limit(20).toList();
        try (var writer = DriverManager.getConnection(hub, "postgres", "postgres")) {
            appendWithoutCommit(writer, late);
            others.forEach(tool -> commands(0).sendAndWait(new BuyTool(tool, "saw")));
            others.forEach(tool -> commands(0).sendAndWait(new UseTool(tool)));

            await().during(Duration.ofSeconds(3))
                    .atMost(PATIENCE)
                    .until(() -> others.stream()
                            .allMatch(tool -> uses(running.get(0), tool).isEmpty()));

            writer.commit();
        }
        awaitUses(running.get(0), late, 0);
        others.forEach(tool -> awaitUses(running.get(0), tool, 1));
    }

    @Test
    void goesOnAtOnceWhenAWriterDiesBeforeItsCommit() throws SQLException {
        var lost = tool();
        var other = tool();
        try (var writer = DriverManager.getConnection(hub, "postgres", "postgres")) {
            appendWithoutCommit(writer, lost);
            commands(0).sendAndWait(new BuyTool(other, "saw"));
            database().execute("select pg_terminate_backend(%d)".formatted(backendOf(writer)));

            awaitUses(running.get(0), other, 0);
        }
        assertThat(uses(running.get(0), lost)).isEmpty();
    }

    @Test
    void endsAnAppendOfItsOwnThatHangs() {
        var other = tool();
        var impatient = settings(TestDatabases.postgres());
        impatient.put("pitstop.hub.database.append-timeout", "1s");
        var hanging = start("hanging", impatient);
        var transactions = hanging.getBean(Hub.class).transactions();

        var transaction = transactions.startTransaction();
        hanging.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("Tool", tool(), 0, new Tool.ToolBought("never", "never")));
        commands(0).sendAndWait(new BuyTool(other, "saw"));

        awaitUses(running.get(0), other, 0);
        assertThatThrownBy(transaction::commit).isInstanceOf(TransactionException.class);
    }

    @Test
    void letsOneOfTwoProcessesWinAndTheOtherDecideOnWhatItLeft() throws Exception {
        running.add(start("two", twins));
        var tool = tool();
        commands(0).sendAndWait(new BuyTool(tool, "drill"));

        var threads = Executors.newFixedThreadPool(8);
        try {
            var uses = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> commands(i % 2).<Integer>sendAndWait(new UseTool(tool))))
                    .toList();
            for (var use : uses) {
                use.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(commands(0).<Integer>sendAndWait(new UseTool(tool))).isEqualTo(41);
        assertThat(commands(1).<Integer>sendAndWait(new UseTool(tool))).isEqualTo(42);
    }

    @Test
    void sharesTheSegmentsAndTakesOverThoseOfOneThatIsGone() {
        running.add(start("two", twins));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(segments(0)).hasSize(2);
            assertThat(segments(1)).hasSize(2);
        });
        var tools = Stream.generate(SharedHubTest::tool).limit(20).toList();
        tools.forEach(tool -> commands(0).sendAndWait(new BuyTool(tool, "plane")));
        tools.forEach(tool -> awaitUses(running.get(0), tool, 0));

        running.remove(1).close();

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(segments(0)).hasSize(4));
    }

    @Test
    void pausesResumesAndReplaysInEveryProcess() {
        running.add(start("two", twins));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(segments(1)).hasSize(2));
        var tools = Stream.generate(SharedHubTest::tool).limit(10).toList();
        tools.forEach(tool -> commands(0).sendAndWait(new BuyTool(tool, "file")));
        tools.forEach(tool -> awaitUses(running.get(0), tool, 0));

        operator(0).act("tools", "pause");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(segments(1)).isEmpty();
            assertThat(stateOfTools(1)).isEqualTo(State.PAUSED);
        });
        var late = tool();
        commands(1).sendAndWait(new BuyTool(late, "rasp"));
        operator(1).act("tools", "resume");
        awaitUses(running.get(0), late, 0);

        database().update("delete from workbench.tool");
        WebEndpointResponse<Status> replayed = operator(1).act("tools", "replay");

        assertThat(replayed.getStatus()).isEqualTo(202);
        tools.forEach(tool -> awaitUses(running.get(0), tool, 0));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stateOfTools(0)).isEqualTo(State.RUNNING));
    }

    @Test
    void isRefusedOnADatabaseThatCannotBeShared() {
        var wrong = settings(TestDatabases.postgres());
        wrong.put("pitstop.hub.database.url", "jdbc:h2:mem:hub");

        assertThatThrownBy(() -> start("wrong", wrong)).hasStackTraceContaining("must be a PostgreSQL");
    }

    private ConfigurableApplicationContext start(String instance, Map<String, Object> own) {
        var service = Workbench.start(settings(own), "--pitstop.instance=" + instance);
        if (own != twins) {
            running.add(service);
        }
        return service;
    }

    private Map<String, Object> settings(Map<String, Object> own) {
        var settings = new HashMap<>(own);
        settings.putIfAbsent("pitstop.hub.database.url", hub);
        settings.put("spring.datasource.hikari.maximum-pool-size", 8);
        settings.put("pitstop.hub.database.maximum-pool-size", 8);
        return settings;
    }

    private CommandGateway commands(int process) {
        return running.get(process).getBean(CommandGateway.class);
    }

    private ProcessorsEndpoint operator(int process) {
        return running.get(process).getBean(ProcessorsEndpoint.class);
    }

    private State stateOfTools(int process) {
        return operator(process).one("tools").getBody().state();
    }

    private Set<Integer> segments(int process) {
        return running
                .get(process)
                .getBean(EventProcessingModule.class)
                .eventProcessor("tools", StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .keySet()
                .stream()
                .collect(Collectors.toSet());
    }

    private JdbcTemplate database() {
        return running.get(0).getBean(JdbcTemplate.class);
    }

    private static String tool() {
        return "tool:" + UUID.randomUUID();
    }

    private static void awaitUses(ConfigurableApplicationContext service, String tool, int uses) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(uses(service, tool)).containsExactly(uses));
    }

    private static List<Integer> uses(ConfigurableApplicationContext service, String tool) {
        return service.getBean(JdbcTemplate.class)
                .queryForList("select uses from workbench.tool where tool_id = ?", Integer.class, tool);
    }

    private static void appendWithoutCommit(Connection writer, String tool) throws SQLException {
        writer.setAutoCommit(false);
        try (var insert = writer.prepareStatement("""
                insert into hub.domain_event_entry (aggregate_identifier, sequence_number, type, event_identifier,
                    payload_type, payload_revision, payload, meta_data, time_stamp)
                values (?, 0, 'Tool', ?, ?, '1', convert_to(?, 'UTF8'), convert_to('{}', 'UTF8'), '2026-01-01T00:00:00Z')
                """)) {
            insert.setString(1, tool);
            insert.setString(2, UUID.randomUUID().toString());
            insert.setString(3, Tool.ToolBought.class.getName());
            insert.setString(4, "{\"toolId\":\"%s\",\"label\":\"late\"}".formatted(tool));
            insert.executeUpdate();
        }
    }

    private static int backendOf(Connection writer) throws SQLException {
        try (var statement = writer.createStatement();
                var pid = statement.executeQuery("select pg_backend_pid()")) {
            pid.next();
            return pid.getInt(1);
        }
    }
}
