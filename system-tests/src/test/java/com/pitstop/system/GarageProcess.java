package com.pitstop.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged all-in-one as a process of its own, on free ports. Dies with the test, however the test ends. */
final class GarageProcess implements AutoCloseable {

    private final Client api;
    private final Client operator;
    private final Process process;

    private GarageProcess(int port, int managementPort, Process process) {
        this.api = new Client(port);
        this.operator = new Client(managementPort);
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static GarageProcess start(Path data) throws IOException {
        var port = Ports.free();
        var managementPort = Ports.free();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
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

    /** Of the port for clients. */
    String address() {
        return api.address();
    }

    String operatorsAddress() {
        return operator.address();
    }

    Client.Answer get(String path) throws IOException, InterruptedException {
        return api.get(path);
    }

    Client.Answer post(String path, String body) throws IOException, InterruptedException {
        return api.post(path, body);
    }

    Client.Answer put(String path, String body) throws IOException, InterruptedException {
        return api.put(path, body);
    }

    Client.Answer operator(String method, String path) throws IOException, InterruptedException {
        return operator.send(method, "/actuator" + path, "", Map.of());
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
}
