package com.pitstop.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged all-in-one as a process of its own, on free ports. Dies with the test, however the test ends. */
final class GarageProcess implements AutoCloseable {

    /** What came back for a request. */
    record Answer(int status, JsonNode body) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port;
    private final int managementPort;
    private final Process process;

    private GarageProcess(int port, int managementPort, Process process) {
        this.port = port;
        this.managementPort = managementPort;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static GarageProcess start(Path data) throws IOException {
        var port = freePort();
        var managementPort = freePort();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                System.getProperty("pitstop.jar"),
                "--pitstop.data=" + data.toAbsolutePath(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort);
        var log = new File(data.toFile(), "pitstop.log");
        assertThat(data.toFile().mkdirs() || data.toFile().isDirectory()).isTrue();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return new GarageProcess(port, managementPort, process).ready();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GarageProcess ready() {
        try {
            await().atMost(Duration.ofSeconds(90))
                    .failFast("the process ended", () -> !process.isAlive())
                    .ignoreExceptions()
                    .until(() -> operator("GET", "/health/readiness").status() == 200);
            return this;
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", port, path, "");
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send("POST", port, path, body);
    }

    Answer put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", port, path, body);
    }

    Answer operator(String method, String path) throws IOException, InterruptedException {
        return send(method, managementPort, "/actuator" + path, "");
    }

    /** Waits until every read model has seen every event, and none is being rebuilt. */
    void awaitCaughtUp() {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            for (var processor : operator("GET", "/processors").body().get("processors")) {
                assertThat(processor.get("state").asString()).isEqualTo("RUNNING");
                assertThat(processor.get("lagInEvents").asLong()).isZero();
            }
        });
    }

    List<String> processors() throws IOException, InterruptedException {
        return operator("GET", "/processors")
                .body()
                .get("processors")
                .valueStream()
                .map(processor -> processor.get("name").asString())
                .toList();
    }

    /** What a power cut or the kernel does: SIGKILL, in the middle of whatever goes on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** What Ctrl-C or an operator does: everything under way is finished first. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Answer send(String method, int toPort, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + toPort + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body()));
    }
}
