package com.pitstop.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.pitstop.launcher.LocalPostgres;
import com.pitstop.launcher.Programs;
import com.pitstop.launcher.Service;
import com.pitstop.launcher.ServiceProcess;
import com.pitstop.launcher.Topology;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The services as processes of their own behind the gateway, on a PostgreSQL of their own, as {@code ./pitstop services}
 * starts them. All of them die with the test, however it ends.
 */
final class Services implements AutoCloseable {

    static final String CUSTOMERS = "customer-management";
    static final String VEHICLES = "vehicle-management";
    static final String WORKSHOP = "workshop-management";
    static final String EVENTHANDLER = "workshop-eventhandler";
    static final String GATEWAY = "api-gateway";

    /** Which processors there are, and in which service. */
    static final Map<String, String> PROCESSORS = Map.of(
            "customer-registry", CUSTOMERS,
            "vehicle-registry", VEHICLES,
            "workshop-customers", EVENTHANDLER,
            "workshop-vehicles", EVENTHANDLER,
            "workshop-parts", EVENTHANDLER,
            "workshop-jobs", EVENTHANDLER);

    private static final Set<String> CORE = Set.of(CUSTOMERS, VEHICLES, WORKSHOP, EVENTHANDLER, GATEWAY);
    private static final Duration TO_START = Duration.ofMinutes(2);

    private final Path folder;
    private final int postgresPort;
    private final Map<String, Service> known = new ConcurrentHashMap<>();
    private final Map<String, ServiceProcess> running = new ConcurrentHashMap<>();
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Programs programs = new Programs(Path.of(System.getProperty("pitstop.root")));
    private Optional<LocalPostgres> postgres = Optional.empty();
    private boolean closed;

    private Services(Path folder) {
        this.folder = folder;
        this.postgresPort = Ports.free();
        var ports = new HashMap<Integer, Integer>();
        new Topology(address(), Optional.empty(), number -> ports.computeIfAbsent(number, unknown -> Ports.pair()))
                .services()
                .forEach(service -> {
                    // Stories ask faster than any one client does.
                    var told = service.with(Map.of("PITSTOP_GATEWAY_RATELIMIT_ENABLED", "false"));
                    known.put(service.name(), told);
                });
        wanted.addAll(CORE);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    static Services in(Path folder) {
        return new Services(folder);
    }

    /** Starts what does not run of the core and what was added to it, and waits until everything is ready. */
    void startAll() {
        startPostgres();
        wanted.forEach(this::launch);
        wanted.forEach(this::awaitReady);
    }

    void startPostgres() {
        if (postgres.isEmpty()) {
            try {
                postgres = Optional.of(
                        LocalPostgres.start(folder.resolve("postgresql"), postgresPort, Topology.DATABASES));
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void stopPostgres() {
        postgres.ifPresent(LocalPostgres::close);
        postgres = Optional.empty();
    }

    /** In the middle of whatever it does, and all its helpers with it. */
    void killPostgres() throws IOException, InterruptedException {
        var pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0));
        var server = ProcessHandle.of(pid).orElseThrow();
        var family = new ArrayList<>(server.descendants().toList());
        family.add(0, server);
        family.forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(30)).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        stopPostgres(); // nothing is left to stop, but who started it lets go of its folder
    }

    /** Those around the core, which take their time from the others: only for stories about them. */
    void startAlso(String... services) {
        wanted.addAll(List.of(services));
        startAll();
    }

    /** What a service is told when it is started the next time. */
    void tell(String service, Map<String, String> more) {
        known.computeIfPresent(service, (name, told) -> told.with(more));
    }

    void stopAlso(String... services) {
        for (var service : services) {
            wanted.remove(service);
            stop(service);
        }
    }

    /** Another process of a service, told something more. */
    void addInstance(String service, String name, Map<String, String> more) {
        known.put(name, known.get(service).onPort(Ports.pair()).with(more));
        wanted.add(name);
        launch(name);
    }

    /** Empties a read model and fills it again. */
    void replay(String processor) {
        try {
            var answer = operator(PROCESSORS.get(processor)).post("/actuator/processors/" + processor + "/replay", "");
            assertThat(answer.status()).as("%s: %s", processor, answer.body()).isEqualTo(202);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empties every read model of a service and fills it again. What policies did is done, and is not replayed. */
    void replayAllOf(String service) throws IOException, InterruptedException {
        for (var processor : processorsOf(service)) {
            var path = "/actuator/processors/" + processor.get("name").asString() + "/replay";
            assertThat(operator(service).post(path, "").status()).as(path).isIn(202, 409);
        }
    }

    /** Waits until these services have handled every event. */
    void awaitCaughtUp(Collection<String> services) {
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> {
            for (var service : services) {
                assertThat(processorsOf(service)).isNotEmpty().allSatisfy(Services::isCaughtUp);
            }
        });
    }

    private List<JsonNode> processorsOf(String service) throws IOException, InterruptedException {
        return operator(service)
                .get("/actuator/processors")
                .body()
                .get("processors")
                .valueStream()
                .toList();
    }

    private static void isCaughtUp(JsonNode processor) {
        assertThat(processor.get("state").asString()).isEqualTo("RUNNING");
        assertThat(processor.get("lagInEvents").asLong())
                .as(processor.get("name").asString())
                .isZero();
    }

    void removeInstance(String name) {
        stop(name);
        known.remove(name);
        wanted.remove(name);
    }

    void start(String name) {
        launch(name);
        awaitReady(name);
    }

    synchronized void launch(String name) {
        if (closed) {
            throw new IllegalStateException("The run is over");
        }
        var process = running.get(name);
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            var service = known.get(name);
            running.put(
                    name,
                    ServiceProcess.start(
                            service,
                            programs.command(service.name(), List.of("-XX:TieredStopAtLevel=1")),
                            folder.resolve("logs").resolve(name + ".log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady(String name) {
        var process = running.get(name);
        await(name + " is ready, see " + process.log())
                .atMost(TO_START)
                .failFast(name + " ended, see " + process.log(), () -> !process.isAlive())
                .until(process::isReady);
    }

    void stop(String name) {
        running.get(name).stop();
    }

    void kill(String name) {
        running.get(name).kill();
    }

    /** Stops it where it is, without its knowing: it keeps its connections and answers nobody. */
    void freeze(String name) throws IOException, InterruptedException {
        signal("-STOP", name);
    }

    void thaw(String name) throws IOException, InterruptedException {
        signal("-CONT", name);
    }

    /** The one address that clients know. */
    Client gateway() {
        return new Client(known.get(GATEWAY).port());
    }

    Client client(String name) {
        return new Client(known.get(name).port());
    }

    Client operator(String name) {
        return new Client(known.get(name).managementPort());
    }

    /** A connection to one of the databases. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(address() + database, "postgres", "postgres");
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:%d/".formatted(postgresPort);
    }

    int postgresPort() {
        return postgresPort;
    }

    /** Waits until every read model has seen every event, and none is being rebuilt. */
    void awaitCaughtUp() {
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> {
            for (var processor : PROCESSORS.entrySet()) {
                isCaughtUp(operator(processor.getValue())
                        .get("/actuator/processors/" + processor.getKey())
                        .body());
            }
        });
    }

    /** Also while a story still starts something: this run may be ended from outside. */
    @Override
    public synchronized void close() {
        closed = true;
        running.values().forEach(ServiceProcess::kill);
        stopPostgres();
    }

    private void signal(String signal, String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder(
                        "kill", signal, String.valueOf(running.get(name).pid()))
                .start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
