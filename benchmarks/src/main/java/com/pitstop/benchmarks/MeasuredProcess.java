package com.pitstop.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A garage in a process of its own, with the time it took to be ready. */
final class MeasuredProcess implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
    private static final Pattern LAG = Pattern.compile("\"lagInEvents\":(\\d+)");

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Duration untilReady;

    private MeasuredProcess(List<String> command, List<String> options, File log) throws IOException {
        port = freePort();
        managementPort = freePort();
        var whole = new ArrayList<>(command);
        options.stream()
                .map(option -> option.replace("{port}", "" + port).replace("{management}", "" + managementPort))
                .forEach(whole::add);
        var began = System.nanoTime();
        var builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(log);
        untilReady = Duration.ofNanos(System.nanoTime() - began);
    }

    /** With the endpoints of the benchmark, and the flags of the launcher. */
    static MeasuredProcess benchmarked(Path folder, List<String> settings) throws IOException {
        var command = List.of(
                "java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:TrimNativeHeapInterval=10000",
                "-cp",
                System.getProperty("java.class.path"),
                BenchmarkedGarage.class.getName());
        var options = new ArrayList<>(List.of("--server.port={port}", "--management.server.port={management}"));
        options.addAll(settings);
        return new MeasuredProcess(
                command, options, folder.resolve("garage.log").toFile());
    }

    /** The packaged jar as it is, with nothing prepared. */
    static MeasuredProcess plain(Path folder) throws IOException {
        var jar = Path.of(
                System.getProperty("pitstop.root", "."), "all-in-one/target/all-in-one-1.0.0-SNAPSHOT-exec.jar");
        return new MeasuredProcess(
                List.of("java", "-Xmx256m", "-XX:+UseSerialGC", "-jar", jar.toString()),
                List.of("--server.port={port}", "--management.server.port={management}", "--pitstop.data=" + folder),
                folder.resolve("garage.log").toFile());
    }

    /** As a user starts it. */
    static MeasuredProcess launched(Path folder) throws IOException {
        var launcher =
                Path.of(System.getProperty("pitstop.root", "."), "pitstop").toString();
        return new MeasuredProcess(
                List.of("bash", launcher),
                List.of("--port", "{port}", "--management-port", "{management}", "--data", folder.toString()),
                folder.resolve("garage.log").toFile());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(File log) {
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The garage did not start; see " + log);
            }
            pause(20);
        }
    }

    private boolean isReady() {
        try (var operator = new Client(managementPort)) {
            return operator.send("GET", "/actuator/health/readiness", "").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Duration untilReady() {
        return untilReady;
    }

    Client.Answer operator(String method, String path) {
        try (var operator = new Client(managementPort)) {
            return operator.send(method, "/actuator" + path, "");
        }
    }

    Set<String> processors() {
        return NAME.matcher(operator("GET", "/processors").body())
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Pauses or resumes processors. */
    void steer(Set<String> processors, String action) {
        for (var processor : processors) {
            var answer = operator("POST", "/processors/%s/%s".formatted(processor, action));
            if (answer.status() >= 300) {
                throw new IllegalStateException("%s of %s: %s".formatted(action, processor, answer));
            }
        }
    }

    /** Waits until every read model shows every event; returns how long that took. */
    Duration awaitCaughtUp() {
        var began = System.nanoTime();
        while (LAG.matcher(operator("GET", "/processors").body())
                .results()
                .anyMatch(lag -> !lag.group(1).equals("0"))) {
            pause(10);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Resident memory in MB, from /proc; -1 where there is none. */
    long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    static void pause(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
