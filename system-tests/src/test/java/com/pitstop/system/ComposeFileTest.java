package com.pitstop.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docker-compose.yml} says what it means, and every file that it speaks of is there. The schema is our own: it
 * knows the keys that the file uses and nothing else, and asks for more than the one of Compose, which no artifact in a
 * Maven repository has. A copy of that can be named with {@code -Dpitstop.compose.schema=<file>}.
 */
class ComposeFileTest {

    private final ComposeFile compose = new ComposeFile();

    @Test
    void usesOnlyWhatComposeKnows() {
        assertThat(violations(Yaml.text("system-tests/src/test/resources/compose.schema.json")))
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "pitstop.compose.schema", matches = ".+")
    void fitsTheSchemaOfCompose() throws Exception {
        assertThat(violations(Files.readString(Path.of(System.getProperty("pitstop.compose.schema")))))
                .isEmpty();
    }

    @Test
    void waitsOnlyForServicesThatAreThere() {
        compose.services().forEach((name, service) -> {
            assertThat(names(service.path("depends_on")))
                    .as(name)
                    .isSubsetOf(compose.services().keySet());
            for (var other : names(service.path("depends_on"))) {
                assertThat(service.at("/depends_on/" + other).path("required").asBoolean(true))
                        .as("%s can do without %s, which not every profile has", name, other)
                        .isEqualTo(!compose.service(other).has("profiles"));
            }
        });
    }

    @Test
    void asksForWhatTheExampleExplains() {
        var example = ComposeFile.example();

        assertThat(example.keySet()).isEqualTo(ComposeFile.requiredVariables());
        assertThat(example.get("COMPOSE_PROFILES")).isIn("axon-server", "database");
        assertThat(example.entrySet())
                .filteredOn(line -> !line.getKey().equals("COMPOSE_PROFILES"))
                .allSatisfy(line -> assertThat(line.getValue()).as("a secret").isEmpty());
        assertThat(ComposeFile.exampleInComments()).isEqualTo(ComposeFile.defaults());
        assertThat(Yaml.text(".gitignore").lines()).contains(".env");
        assertThat(Yaml.text(".dockerignore").lines()).contains(".env");
    }

    @Test
    void knowsNoPassword() {
        var secrets = compose.services().keySet().stream()
                .flatMap(service -> compose.environment(service).entrySet().stream())
                .filter(variable -> variable.getKey().matches(".*(PASSWORD|TOKEN|SECRET|KEY).*"))
                .toList();

        assertThat(secrets)
                .hasSizeGreaterThan(10)
                .allSatisfy(variable ->
                        assertThat(variable.getValue()).as(variable.getKey()).matches("\\$\\{\\w+:(\\?[^}]+|-)}"));
    }

    @Test
    void publishesTheGatewayAndToThisMachineTheDashboards() {
        var published = compose.services().entrySet().stream()
                .filter(service -> service.getValue().has("ports"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        service -> service.getValue().at("/ports/0").asString()));

        assertThat(published)
                .isEqualTo(Map.of(
                        "api-gateway", "${PITSTOP_PORT:-8080}:8080",
                        "prometheus", "127.0.0.1:${PROMETHEUS_PORT:-9090}:9090",
                        "grafana", "127.0.0.1:${GRAFANA_PORT:-3000}:3000"));
    }

    @Test
    void mountsOnlyWhatIsThere() {
        assertThat(mounts(mount -> mount.startsWith("./")))
                .hasSizeGreaterThan(3)
                .allSatisfy(mount ->
                        assertThat(Yaml.ROOT.resolve(mount[0])).isDirectory().isNotEmptyDirectory());
        assertThat(new TreeSet<>(mounts(not(mount -> mount.startsWith("./"))).stream()
                        .map(mount -> mount[0])
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(names(compose.content().get("volumes")));
    }

    @Test
    void findsTheConfigurationOfPrometheusAndGrafanaInWhatItMounts() {
        var prometheus = Yaml.read("ops/prometheus/prometheus.yml");
        var grafana = "ops/grafana/provisioning/";

        assertThat(compose.service("prometheus").get("command").toString())
                .contains("--config.file=" + mountOf("./ops/prometheus") + "/prometheus.yml");
        assertThat(prometheus.get("rule_files").valueStream())
                .isNotEmpty()
                .allSatisfy(rules -> assertThat(
                                Yaml.read("ops/prometheus/" + rules.asString()).at("/groups/0/rules"))
                        .isNotEmpty());
        assertThat(mountOf("./ops/grafana/provisioning")).isEqualTo("/etc/grafana/provisioning");
        assertThat(Yaml.read(grafana + "dashboards/garage.yml")
                        .at("/providers/0/options/path")
                        .asString())
                .isEqualTo(mountOf("./ops/grafana/dashboards"));
        assertThat(compose.environment("grafana").get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
                .isEqualTo(mountOf("./ops/grafana/dashboards") + "/garage.json");
        assertThat(Yaml.ROOT.resolve("ops/grafana/dashboards/garage.json")).exists();
        assertThat(Yaml.read(grafana + "datasources/prometheus.yml")
                        .at("/datasources/0/url")
                        .asString())
                .isEqualTo("http://prometheus:9090");
    }

    private String mountOf(String folder) {
        return mounts(folder::equals).get(0)[1];
    }

    /** What is mounted, and where. */
    private List<String[]> mounts(Predicate<String> source) {
        return compose.services().values().stream()
                .flatMap(service -> service.path("volumes").valueStream())
                .map(mount -> mount.asString().split(":", -1))
                .filter(mount -> source.test(mount[0]))
                .toList();
    }

    private List<String> violations(String schema) {
        // Where the one of Compose says that it comes from is nowhere.
        var anonymous = ((ObjectNode) new JsonMapper().readTree(schema)).without(List.of("$id", "$schema"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema((JsonNode) anonymous)
                .validate(compose.content())
                .stream()
                .map(violation -> violation.getInstanceLocation() + ": " + violation.getMessage())
                .toList();
    }

    private static List<String> names(JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).toList();
    }
}
