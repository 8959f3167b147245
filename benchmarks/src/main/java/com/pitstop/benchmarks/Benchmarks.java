package com.pitstop.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Runs every measurement and prints a table. Takes about fifty minutes; see benchmarks/README.md. */
public final class Benchmarks {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final int PAIRS = 9;
    private static final int WARM_UP_OF_PAIRS = 12; // two minutes: until then a third of the machine compiles
    private static final int WARM_UP_OF_SERVICES = 24; // ten processes that compile on the same cores
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int HISTORY = 200_000;
    private static final Set<String> CORE =
            Set.of("customer-registry", "vehicle-registry", "workshop-customers", "workshop-vehicles", "workshop-jobs");
    private static final AtomicLong NUMBERS = new AtomicLong();

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments {@code all-in-one}, {@code around}, {@code services}, {@code processes} or {@code processes-apart}, to
     *     measure only that
     */
    public static void main(String[] arguments) throws Exception {
        var only = List.of(arguments);
        var folder = Files.createTempDirectory("pitstop-benchmarks");
        row("what", "measured", "aim");
        row("---", "---", "---");
        if (only.isEmpty() || only.contains("all-in-one")) {
            starting(folder);
            h2(folder);
            postgres(folder);
        }
        if (only.isEmpty() || only.contains("around")) {
            around(folder);
        }
        if (only.isEmpty() || only.contains("services")) {
            apart(folder);
        }
        if (only.isEmpty() || only.contains("processes")) {
            RoutingSlips.inOneProcess(folder);
        }
        if (only.isEmpty() || only.contains("processes-apart")) {
            RoutingSlips.apart(folder);
        }
        row("(logs and databases)", folder.toString(), "");
    }

    /** The launcher unpacks the jar and archives its classes when it first runs after a build; that is not counted. */
    private static void starting(Path folder) throws IOException {
        var data = Files.createDirectories(folder.resolve("launched"));
        try (var garage = MeasuredProcess.plain(data)) {
            row("start to ready, the plain jar", seconds(garage.untilReady()), "≤ 8 s");
        }
        MeasuredProcess.launched(data).close();
        try (var garage = MeasuredProcess.launched(data)) {
            row("start to ready, `./pitstop` from the second time on", seconds(garage.untilReady()), "≤ 4 s");
        }
    }

    private static void h2(Path folder) throws Exception {
        measure("H2", folder, List.of("--pitstop.data=" + folder));
    }

    private static void postgres(Path folder) throws Exception {
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            measure(
                    "PostgreSQL",
                    folder,
                    List.of(
                            "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                            "--spring.datasource.username=postgres",
                            "--spring.datasource.password=postgres"));
        }
    }

    /** What the contexts around the core cost it: one load, with their processors running and paused, taking turns. */
    private static void around(Path folder) throws Exception {
        var settings = List.of("--pitstop.data=" + Files.createDirectories(folder.resolve("around")));
        try (var garage = MeasuredProcess.benchmarked(folder, settings)) {
            var around = garage.processors();
            around.removeAll(CORE);
            var together = new double[PAIRS];
            var ratios = new double[PAIRS];
            for (int pair = -WARM_UP_OF_PAIRS; pair < PAIRS; pair++) {
                garage.steer(around, "pause");
                var alone = perSecond(garage, post("/api/customers"));
                garage.steer(around, "resume");
                garage.awaitCaughtUp();
                together[Math.max(0, pair)] = perSecond(garage, post("/api/customers"));
                ratios[Math.max(0, pair)] = together[Math.max(0, pair)] / alone;
                garage.awaitCaughtUp();
            }
            row("H2: `POST /api/customers`, all contexts", number(Load.median(together)) + " /s", "");
            row("H2: ratio to the core alone", two(Load.median(ratios)), "≥ 0.9");
        }
    }

    private static void apart(Path folder) throws Exception {
        try (var services = ServicesApart.start(folder.resolve("services"))) {
            var waits = services.commandToOtherReadModel(200);
            row("services: command here to read model there, p50", two(waits[waits.length / 2]) + " ms", "");
            row(
                    "services: command here to read model there, p99",
                    two(waits[waits.length * 99 / 100]) + " ms",
                    "≤ 100 ms");
            var registered = new double[ROUNDS];
            for (int round = -WARM_UP_OF_SERVICES; round < ROUNDS; round++) {
                registered[Math.max(0, round)] =
                        Load.perSecond(services.gateway(), CLIENTS, ROUND, post("/api/customers"));
            }
            row("services: `POST /api/customers` through the gateway", number(Load.median(registered)) + " /s", "");
            row("services: a killed one is ready again in", seconds(services.readyAgain()), "≤ 15 s");
            row("services: the other takes over from a killed one in", seconds(services.takeover()), "≤ 15 s");
        }
    }

    private static void measure(String database, Path folder, List<String> settings) throws Exception {
        try (var garage = MeasuredProcess.benchmarked(folder, settings)) {
            registering(database, garage);
            longStream(database, garage);
            row(database + ": resident memory after the load", garage.residentMegabytes() + " MB", "≤ 512 MB");
            replaying(database, garage);
        }
    }

    /** Rounds take turns, so that a noisy neighbour disturbs both; the first twelve of each warm up. */
    private static void registering(String database, MeasuredProcess garage) throws Exception {
        var commands = new double[ROUNDS];
        var plain = new double[ROUNDS];
        var caughtUp = Duration.ZERO;
        for (int round = -WARM_UP_OF_PAIRS; round < ROUNDS; round++) {
            var inserted = perSecond(garage, post("/benchmark/plain-customers"));
            var registered = perSecond(garage, post("/api/customers"));
            caughtUp = garage.awaitCaughtUp();
            if (round >= 0) {
                plain[round] = inserted;
                commands[round] = registered;
            }
        }
        row(database + ": plain JPA insert", number(Load.median(plain)) + " /s", "");
        row(database + ": `POST /api/customers`", number(Load.median(commands)) + " /s", "");
        row(database + ": ratio of the two", two(Load.median(commands) / Load.median(plain)), "≥ 0.8");
        row(database + ": read models caught up after the load in", seconds(caughtUp), "");
    }

    private static double perSecond(MeasuredProcess garage, Consumer<Client> request) throws Exception {
        return Load.perSecond(garage.port(), CLIENTS, ROUND, request);
    }

    private static void longStream(String database, MeasuredProcess garage) {
        try (var client = new Client(garage.port())) {
            var young = register(client);
            var old = register(client);
            change(client, young, 9);
            change(client, old, 9_999);
            garage.awaitCaughtUp();
            var onYoung = new double[ROUNDS];
            var onOld = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                onYoung[round] = Load.medianMicroseconds(300, () -> change(client, young, 1));
                onOld[round] = Load.medianMicroseconds(300, () -> change(client, old, 1));
            }
            row(database + ": a command on a stream of 10 events", number(Load.median(onYoung)) + " µs", "");
            row(database + ": a command on a stream of 10,000", number(Load.median(onOld)) + " µs", "");
            row(database + ": ratio of the two", two(Load.median(onOld) / Load.median(onYoung)), "≤ 1.2");
        }
    }

    private static void replaying(String database, MeasuredProcess garage) {
        try (var client = new Client(garage.port())) {
            expect(204, client.send("POST", "/benchmark/history/" + HISTORY, ""));
        }
        garage.awaitCaughtUp();
        for (var processor : List.of("customer-registry", "workshop-customers")) {
            var events = Long.parseLong(garage.operator("GET", "/processors/" + processor)
                    .body()
                    .replaceFirst("(?s).*?\"position\":(\\d+).*", "$1"));
            var began = System.nanoTime();
            expect(202, garage.operator("POST", "/processors/" + processor + "/replay"));
            var emptied = Duration.ofNanos(System.nanoTime() - began);
            var seconds = garage.awaitCaughtUp().toNanos() / 1e9;
            row("%s: emptying `%s` before it".formatted(database, processor), seconds(emptied), "");
            row(
                    "%s: replay of %s events into `%s`".formatted(database, number((double) events), processor),
                    number(events / seconds) + " events/s",
                    "≥ 20,000 events/s");
        }
    }

    private static Consumer<Client> post(String path) {
        return client -> expect(201, client.send("POST", path, customer(NUMBERS.incrementAndGet())));
    }

    private static String register(Client client) {
        return client.send("POST", "/api/customers", customer(0))
                .body()
                .replaceFirst(".*\"customerId\":\"([^\"]+)\".*", "$1");
    }

    private static void change(Client client, String customerId, int times) {
        for (int time = 0; time < times; time++) {
            var body = customer(NUMBERS.incrementAndGet());
            expect(204, client.send("PUT", "/api/customers/" + customerId + "/contact-details", body));
        }
    }

    static void expect(int status, Client.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("Expected %d, but got %s".formatted(status, answer));
        }
    }

    private static String customer(long number) {
        return """
                {"name":"Customer %d","address":"Dorpsstraat %d","postalCode":"7413 AB","city":"Deventer",\
                "telephoneNumber":"+31 570 555 101","emailAddress":"customer%d@example.com"}""".formatted(number, number, number);
    }

    static void row(String what, String measured, String aim) {
        System.out.printf("| %s | %s | %s |%n", what, measured, aim);
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    static String two(double value) {
        return "%.2f".formatted(value);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
