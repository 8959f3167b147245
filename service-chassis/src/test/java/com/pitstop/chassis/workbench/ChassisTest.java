package com.pitstop.chassis.workbench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;

import com.pitstop.chassis.hub.Hub;
import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.workbench.Tool.BuyTool;
import com.pitstop.chassis.workbench.Tool.ToolBought;
import com.pitstop.chassis.workbench.Tool.ToolUsed;
import com.pitstop.chassis.workbench.Tool.UseTool;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What the chassis promises every service, on each database it may run on. */
class ChassisTest {

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

        @Test
        void keepsPayloadsInRowsAndNotAsLargeObjects() {
            var types = database.queryForList("""
                    select distinct data_type from information_schema.columns
                    where table_schema in ('hub', 'operations') and column_name in ('payload', 'meta_data', 'token')
                    """, String.class);

            assertThat(types).containsExactly("bytea");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Promises {

        private final Map<String, Object> settings;
        private final Semaphore appended = new Semaphore(0);
        private final CountDownLatch letEnd = new CountDownLatch(1);

        ConfigurableApplicationContext service;
        CommandGateway commands;
        JdbcTemplate database;
        ToolProjection projection;
        RestClient operator;

        Promises(Map<String, Object> settings) {
            this.settings = settings;
        }

        @BeforeAll
        void start() {
            service = Workbench.start(settings);
            commands = service.getBean(CommandGateway.class);
            database = service.getBean(JdbcTemplate.class);
            projection = service.getBean(ToolProjection.class);
            operator = RestClient.create(
                    "http://127.0.0.1:" + service.getEnvironment().getProperty("local.management.port") + "/actuator");
        }

        @AfterAll
        void stop() {
            service.close();
        }

        @Test
        void parksAnEventThatFailsAndGoesOnWithTheOthers() {
            var bad = tool();
            var good = tool();
            projection.jammed.add(bad);
            buy(bad, "wrench");
            use(bad);
            buy(good, "hammer");

            awaitUses(good, 0);
            awaitParked(bad, 2);

            projection.jammed.remove(bad);
            var outcome = post("/deadletters/tools/retry");

            assertThat(outcome.get("remaining").asInt()).isZero();
            assertThat(uses(bad)).containsExactly(1);
        }

        @Test
        void findsTheOneEventThatTheDatabaseRefusesInABatch() {
            var others = Stream.generate(Promises::tool).limit(30).toList();
            var bad = tool();
            post("/processors/tools/pause");
            others.subList(0, 15).forEach(tool -> buy(tool, "fits"));
            buy(bad, "a label that is much too long for its column");
            others.subList(15, 30).forEach(tool -> buy(tool, "fits"));
            others.forEach(this::use);
            post("/processors/tools/resume");

            others.forEach(tool -> awaitUses(tool, 1));
            awaitParked(bad, 1);

            operator.delete().uri("/deadletters/tools").retrieve().toBodilessEntity();
            assertThat(parked()).isEmpty();
        }

        @Test
        void triesEverySequenceAgainAlsoBeyondTheFirstPage() {
            var tools = Stream.generate(Promises::tool).limit(25).toList();
            projection.jammed.addAll(tools);
            tools.forEach(tool -> buy(tool, "pliers"));
            tools.forEach(tool -> awaitParked(tool, 1));
            projection.jammed.clear();

            var outcome = post("/deadletters/tools/retry");

            assertThat(outcome.get("done").asInt()).isEqualTo(25);
            assertThat(outcome.get("remaining").asInt()).isZero();
            tools.forEach(tool -> assertThat(uses(tool)).containsExactly(0));
        }

        @Test
        void retriesAndDiscardsOneLetterAlone() {
            var first = tool();
            var second = tool();
            projection.jammed.addAll(List.of(first, second));
            buy(first, "saw");
            buy(second, "saw");
            awaitParked(first, 1);
            awaitParked(second, 1);
            projection.jammed.clear();

            var done = post("/deadletters/tools/" + letterOf(first) + "/retry");
            assertThat(done.get("done").asInt()).isEqualTo(1);
            assertThat(uses(first)).containsExactly(0);

            operator.delete()
                    .uri("/deadletters/tools/" + letterOf(second))
                    .retrieve()
                    .toBodilessEntity();
            assertThat(parked()).isEmpty();
            assertThat(uses(second)).isEmpty();
        }

        @Test
        void rebuildsAReadModelToTheSameRows() {
            var tools = Stream.generate(Promises::tool).limit(10).toList();
            tools.forEach(tool -> buy(tool, "chisel"));
            tools.forEach(this::use);
            tools.forEach(tool -> awaitUses(tool, 1));
            var before = rows(tools);

            post("/processors/tools/replay");

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(processor().get("lagInEvents").asLong()).isZero();
                assertThat(processor().get("state").asString()).isEqualTo("RUNNING");
                assertThat(rows(tools)).isEqualTo(before);
            });
        }

        @Test
        void staysPausedUntilResumed() {
            post("/processors/tools/pause");
            assertThat(processor().get("state").asString()).isEqualTo("PAUSED");
            var tool = tool();
            buy(tool, "file");
            assertThat(processor().get("lagInEvents").asLong()).isPositive();

            post("/processors/tools/resume");

            awaitUses(tool, 0);
        }

        @Test
        void knowsNoOtherProcessorsGroupsOrActions() {
            assertThat(statusOf(HttpMethod.GET, "/processors/none")).isEqualTo(404);
            assertThat(statusOf(HttpMethod.POST, "/processors/none/replay")).isEqualTo(404);
            assertThat(statusOf(HttpMethod.POST, "/processors/tools/dance")).isEqualTo(404);
            assertThat(statusOf(HttpMethod.GET, "/deadletters/none")).isEqualTo(404);
            assertThat(statusOf(HttpMethod.POST, "/deadletters/none/retry")).isEqualTo(404);
            assertThat(statusOf(HttpMethod.DELETE, "/deadletters/tools/none")).isEqualTo(404);
        }

        @Test
        void isHealthyAndReady() {
            assertThat(get("/health/readiness").get("status").asString()).isEqualTo("UP");
            assertThat(get("/health/liveness").get("status").asString()).isEqualTo("UP");
        }

        @Test
        void letsOneOfManyBuyersWinAndTellsTheOthersTheRule() throws Exception {
            var tool = tool();
            var answers = atOnce(20, () -> {
                try {
                    commands.sendAndWait(new BuyTool(tool, "drill"));
                    return "bought";
                } catch (CommandExecutionException e) {
                    return e.<Refused>getDetails().orElseThrow().rule();
                }
            });

            assertThat(answers)
                    .containsOnlyOnce("bought")
                    .contains("bought-once")
                    .hasSize(20);
            assertThat(eventsOf(tool)).isEqualTo(1);
        }

        @Test
        void triesAgainOnWhatIsReallyThereWhenItsCacheIsStale() {
            var tool = tool();
            buy(tool, "vice");
            use(tool);
            // Somebody else writes to the stream, past the cache of this process.
            service.getBean(EventStore.class)
                    .publish(new GenericDomainEventMessage<>(
                            "Tool", tool, 2, new ToolUsed(tool, 40, "another process")));

            Integer uses = commands.sendAndWait(new UseTool(tool));

            assertThat(uses).isEqualTo(42);
        }

        @Test
        void loadsFromASnapshotAfterTheCacheIsGone() {
            var tool = tool();
            buy(tool, "lamp");
            IntStream.range(0, 120).forEach(i -> use(tool));
            await().untilAsserted(() -> assertThat(database.queryForObject(
                            "select count(*) from hub.snapshot_event_entry where aggregate_identifier = ?",
                            Integer.class,
                            tool))
                    .isPositive());
            service.getBean(org.axonframework.common.caching.Cache.class).removeAll();

            Integer uses = commands.sendAndWait(new UseTool(tool));

            assertThat(uses).isEqualTo(121);
        }

        @Test
        void hasOneEffectPerRequestKey() throws Exception {
            var tool = tool();
            buy(tool, "jack");
            var key = RequestKey.of("use", UUID.randomUUID().toString(), "once");

            atOnce(
                    10,
                    () -> commands.sendAndWait(GenericCommandMessage.asCommandMessage(new UseTool(tool))
                            .andMetaData(key.asMetaData())));

            awaitUses(tool, 1);
            assertThat(eventsOf(tool)).isEqualTo(2);
        }

        @Test
        void refusesAnotherRequestUnderTheSameKeyAndKeepsAKeyThatWasRefusedFree() {
            var tool = tool();
            var id = UUID.randomUUID().toString();
            var first = RequestKey.of("buy", id, "one");
            assertThatThrownBy(() -> commands.sendAndWait(GenericCommandMessage.asCommandMessage(new UseTool(tool))
                            .andMetaData(first.asMetaData())))
                    .isInstanceOf(CommandExecutionException.class);
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(new BuyTool(tool, "nail"))
                    .andMetaData(first.asMetaData()));

            var other = RequestKey.of("buy", id, "another");
            assertThatThrownBy(() -> commands.sendAndWait(GenericCommandMessage.asCommandMessage(new UseTool(tool))
                            .andMetaData(other.asMetaData())))
                    .isInstanceOfSatisfying(
                            CommandExecutionException.class,
                            refused -> assertThat(refused.<Refused>getDetails()
                                            .orElseThrow()
                                            .kind())
                                    .isEqualTo(Refused.Kind.KEY_REUSED));
        }

        @Test
        void readsAnEventOfAnOlderRevision() throws Exception {
            var tool = tool();
            buy(tool, "oil can");
            var old = new ClassPathResource("events/ToolUsed.1.json").getContentAsString(StandardCharsets.UTF_8);
            database.update(
                    """
                    insert into hub.domain_event_entry (aggregate_identifier, sequence_number, type, event_identifier,
                        payload_type, payload_revision, payload, meta_data, time_stamp)
                    values (?, 1, 'Tool', ?, ?, '1', ?, ?, '2026-01-01T00:00:00Z')
                    """,
                    tool,
                    UUID.randomUUID().toString(),
                    ToolUsed.class.getName(),
                    old.replace("hammer", tool).getBytes(StandardCharsets.UTF_8),
                    "{}".getBytes(StandardCharsets.UTF_8));

            Integer uses = commands.sendAndWait(new UseTool(tool));

            assertThat(uses).isEqualTo(4);
            awaitUses(tool, 4);
        }

        @Test
        void neverSkipsAnEventWhoseTransactionEndsLate() throws Exception {
            var late = tool();
            var lost = tool();
            var others = Stream.generate(Promises::tool).limit(5).toList();
            var transactions = service.getBean(Hub.class).transactions();
            var committed = heldOpen(() -> transactions.executeInTransaction(() -> append(late)));
            var rolledBack = heldOpen(() -> {
                var transaction = transactions.startTransaction();
                append(lost);
                transaction.rollback();
            });
            others.forEach(tool -> buy(tool, "level"));

            await().during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> others.stream().allMatch(tool -> uses(tool).isEmpty()));
            letEnd.countDown();
            committed.get();
            rolledBack.get();

            awaitUses(late, 0);
            others.forEach(tool -> awaitUses(tool, 0));
            assertThat(uses(lost)).isEmpty();
        }

        private CompletableFuture<Void> heldOpen(Runnable transaction) throws InterruptedException {
            var running = CompletableFuture.runAsync(transaction, task -> new Thread(task).start());
            assertThat(appended.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            return running;
        }

        private void append(String tool) {
            service.getBean(EventStore.class)
                    .publish(new GenericDomainEventMessage<>("Tool", tool, 0, new ToolBought(tool, "late")));
            appended.release();
            try {
                letEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Test
        void givesEveryMessageItsOrigin() {
            var tool = tool();
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(new BuyTool(tool, "tape"))
                    .andMetaData(Map.of("correlationId", "story-7")));

            var event = service.getBean(EventStore.class).readEvents(tool).next();

            assertThat(event.getPayloadType()).isEqualTo(ToolBought.class);
            assertThat(event.getMetaData())
                    .containsEntry("correlationId", "story-7")
                    .containsEntry("user", "anonymous")
                    .containsKey("causationId");
        }

        private static String tool() {
            return "tool:" + UUID.randomUUID();
        }

        private void buy(String tool, String label) {
            commands.sendAndWait(new BuyTool(tool, label));
        }

        private void use(String tool) {
            commands.sendAndWait(new UseTool(tool));
        }

        private List<Integer> uses(String tool) {
            return database.queryForList("select uses from workbench.tool where tool_id = ?", Integer.class, tool);
        }

        private void awaitUses(String tool, int uses) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(uses(tool)).containsExactly(uses));
        }

        private List<Map<String, Object>> rows(List<String> tools) {
            return database.queryForList("select * from workbench.tool order by tool_id").stream()
                    .filter(row -> tools.contains(row.get("tool_id")))
                    .toList();
        }

        private int eventsOf(String tool) {
            return database.queryForObject(
                    "select count(*) from hub.domain_event_entry where aggregate_identifier = ?", Integer.class, tool);
        }

        private JsonNode processor() {
            return get("/processors/tools");
        }

        private List<JsonNode> parked() {
            return get("/deadletters/tools").get("letters").valueStream().toList();
        }

        private void awaitParked(String tool, int letters) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(parked())
                            .filteredOn(
                                    letter -> letter.get("sequence").asString().equals(tool))
                            .hasSize(letters));
        }

        private String letterOf(String tool) {
            return parked().stream()
                    .filter(letter -> letter.get("sequence").asString().equals(tool))
                    .map(letter -> letter.get("id").asString())
                    .findFirst()
                    .orElseThrow();
        }

        private JsonNode get(String path) {
            return operator.get().uri(path).retrieve().body(JsonNode.class);
        }

        private JsonNode post(String path) {
            return operator.post().uri(path).retrieve().body(JsonNode.class);
        }

        private int statusOf(HttpMethod method, String path) {
            return operator.method(method)
                    .uri(path)
                    .exchange((request, response) -> response.getStatusCode().value());
        }

        private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
            var threads = Executors.newFixedThreadPool(times);
            try {
                var results = new java.util.ArrayList<T>();
                for (var result : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                    results.add(result.get());
                }
                return results;
            } finally {
                threads.shutdown();
            }
        }
    }
}
