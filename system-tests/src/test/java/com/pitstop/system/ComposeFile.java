package com.pitstop.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** The project's {@code docker-compose.yml}, and the {@code .env.example} that says what it wants to know. */
final class ComposeFile {

    static final String FILE = "docker-compose.yml";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^(#?)([A-Z_]+)=(.*)$");

    private final JsonNode content = Yaml.read(FILE);

    JsonNode content() {
        return content;
    }

    Map<String, JsonNode> services() {
        return content.get("services").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** The services that are built here, in the order in which they stand in the file. */
    List<String> ownServices() {
        return services().entrySet().stream()
                .filter(service -> service.getValue().has("build"))
                .map(Map.Entry::getKey)
                .toList();
    }

    JsonNode service(String name) {
        return content.get("services").get(name);
    }

    /** What a service is told, in the words of the file. */
    Map<String, String> environment(String service) {
        return service(service).path("environment").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    /** What a service is told when the variables have these values. */
    Map<String, String> environment(String service, Map<String, String> variables) {
        return environment(service).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> interpolated(entry.getValue(), variables)));
    }

    /** Where a service says that it is ready. */
    String healthAddress(String service) {
        return service(service)
                .at("/healthcheck/test")
                .valueStream()
                .map(JsonNode::asString)
                .filter(word -> word.startsWith("http"))
                .findFirst()
                .orElseThrow();
    }

    /** The variables that have to have a value. */
    static Set<String> requiredVariables() {
        return variables()
                .filter(variable -> "?".equals(variable.group(2)))
                .map(variable -> variable.group(1))
                .collect(Collectors.toSet());
    }

    /** The other variables, with the value that they have if nobody says otherwise. */
    static Map<String, String> defaults() {
        return variables()
                .filter(variable -> !"?".equals(variable.group(2)))
                .collect(Collectors.toMap(
                        variable -> variable.group(1), variable -> variable.group(3), (one, other) -> one));
    }

    /** What the example asks for, and what it proposes. */
    static Map<String, String> example() {
        return example("");
    }

    /** What the example mentions in comments. */
    static Map<String, String> exampleInComments() {
        return example("#");
    }

    private static Map<String, String> example(String sign) {
        return EXAMPLE.matcher(Yaml.text(".env.example"))
                .results()
                .filter(line -> sign.equals(line.group(1)))
                .collect(Collectors.toMap(
                        line -> line.group(2), line -> line.group(3), (one, other) -> one, TreeMap::new));
    }

    private static Stream<MatchResult> variables() {
        return VARIABLE.matcher(Yaml.text(FILE)).results();
    }

    private static String interpolated(String value, Map<String, String> variables) {
        return VARIABLE.matcher(value)
                .replaceAll(variable -> variables.getOrDefault(variable.group(1), variable.group(3)));
    }
}
