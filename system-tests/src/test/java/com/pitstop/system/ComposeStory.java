package com.pitstop.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import com.pitstop.launcher.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What {@code docker compose up} starts in the profile {@code database}, started without containers: the commands of the
 * {@code Dockerfile} in the environment of {@code docker-compose.yml}, on the databases that its script makes. What differs
 * is hosts and ports, and a compiler that makes for a quicker start.
 */
@DisabledOnOs(OS.WINDOWS)
class ComposeStory {

    private static final Duration TO_START = Duration.ofMinutes(3);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final ComposeFile compose = new ComposeFile();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, int[]> ports = compose.ownServices().stream()
            .collect(Collectors.toMap(service -> service, service -> new int[] {Ports.free(), Ports.free()}));
    private final Map<String, Container> running = new LinkedHashMap<>();

    @AfterEach
    void end() {
        running.values().forEach(Container::close);
    }

    @Test
    void everyServiceStartsAsItsContainerWould() throws Exception {
        var postgresPort = Ports.free();
        try (var postgres = LocalPostgres.start(folder.resolve("postgres"), postgresPort, List.of())) {
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            PsqlScript.run(
                    "ops/postgres/databases.sql",
                    postgres.address() + "postgres?user=postgres",
                    compose.environment("postgres", variables()));
            for (var service : compose.ownServices()) {
                start(service, Image.of(service, folder.resolve(service)), postgresPort);
            }
            awaitReady();

            aCustomerIsRegisteredThroughTheGateway();

            running.values().stream().parallel().forEach(Container::stop);
            assertThat(Files.readString(
                            running.get("customer-management").process().log()))
                    .contains("\n{\"@timestamp\":");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anImageStartsFromTheArchiveOfItsRehearsal() throws Exception {
        var image = Image.of("api-gateway", folder.resolve("api-gateway"));
        image.rehearse();
        start("api-gateway", image, Ports.free());
        awaitReady();

        assertThat(Files.readString(Path.of("/proc/%d/maps"
                        .formatted(running.get("api-gateway").process().pid()))))
                .contains(image.archive().toString());
    }

    private void aCustomerIsRegisteredThroughTheGateway() throws IOException, InterruptedException {
        var gateway = "http://127.0.0.1:" + ports.get("api-gateway")[0];
        var registered = send(HttpRequest.newBuilder(URI.create(gateway + "/api/customers"))
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=20")
                .POST(BodyPublishers.ofString("""
                        {"name": "Marit Jansen", "address": "Brink 24", "postalCode": "7411 BR", "city": "Deventer",
                         "telephoneNumber": "+31 570 555 120", "emailAddress": "marit@example.com"}""")));
        assertThat(registered.statusCode()).isEqualTo(201);

        var customer = gateway + registered.headers().firstValue("Location").orElseThrow();
        assertThat(send(HttpRequest.newBuilder(URI.create(customer))).body()).contains("Marit Jansen");
    }

    private void start(String service, Image image, int postgresPort) throws IOException {
        var environment = new HashMap<>(Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"));
        compose.environment(service, variables())
                .forEach((variable, value) -> environment.put(variable, here(value, postgresPort)));
        running.put(
                service,
                Container.start(image, service, environment, ports.get(service), folder.resolve(service + ".log")));
    }

    /** Every secret another word. */
    private static Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        ComposeFile.example().keySet().forEach(name -> variables.put(name, "secret-" + name));
        variables.put("COMPOSE_PROFILES", "database");
        return variables;
    }

    private String here(String value, int postgresPort) {
        var here = value.replace("//postgres:5432/", "//127.0.0.1:%d/".formatted(postgresPort));
        for (var service : ports.entrySet()) {
            here = here.replace("//" + service.getKey() + ":8080", "//127.0.0.1:" + service.getValue()[0]);
        }
        return here;
    }

    private void awaitReady() {
        await().atMost(TO_START)
                .failFast(
                        "a service ended",
                        () -> running.values().stream()
                                .anyMatch(one -> !one.process().isAlive()))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    for (var container : running.values()) {
                        assertThat(send(HttpRequest.newBuilder(URI.create(container.healthAddress())))
                                        .statusCode())
                                .isEqualTo(200);
                    }
                });
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
