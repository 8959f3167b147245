package com.pitstop.chassis.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/**
 * The metrics and labels that dashboards, alarms and documents speak of, to be compared with what a service really has.
 * What is missing is a list of sentences.
 */
public final class DashboardMetrics {

    /** What Prometheus itself knows, whatever the services say. */
    private static final Set<String> METRICS_OF_PROMETHEUS = Set.of("up", "ALERTS");

    /** What {@code ops/prometheus/prometheus.yml} adds to every metric. */
    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("service", "job", "instance");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)\\s*}}");
    private static final Pattern VARIABLE = Pattern.compile("label_values\\((?:(.+),)?\\s*(\\w+)\\s*\\)");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]\\w*)` \\|([^|]*)\\|.*");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    /** One use of metrics: an expression, with the labels that its legend or annotation shows. */
    private record Use(PromQl names, Set<String> shown) {}

    private final List<Use> uses;
    private final UnaryOperator<Scrape> view;

    private DashboardMetrics(Stream<Use> uses, UnaryOperator<Scrape> view) {
        this.uses = uses.toList();
        this.view = view;
    }

    /** Of dashboards of Grafana, in JSON, and rules of Prometheus, in YAML. */
    public static DashboardMetrics of(Path... files) {
        return new DashboardMetrics(
                Stream.of(files).flatMap(file -> uses(new Yaml().load(read(file)))), UnaryOperator.identity());
    }

    /** Of tables in Markdown: rows of the name of a metric or a timer and its labels, each in backticks, and more. */
    public static DashboardMetrics ofTables(Path document) {
        return new DashboardMetrics(
                read(document)
                        .lines()
                        .map(ROW::matcher)
                        .filter(row -> row.matches())
                        .map(row -> new Use(
                                new PromQl(Map.of(row.group(1), found(CODE, row.group(2))), Set.of()), Set.of())),
                Scrape::withFamilies);
    }

    public boolean isEmpty() {
        return uses.isEmpty();
    }

    /** What a service lacks of those metrics that are its own to have. */
    public List<String> missingFrom(Scrape scrape, Predicate<String> expected) {
        var known = view.apply(scrape);
        return uses.stream()
                .flatMap(use -> missing(use, known, expected))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> missing(Use use, Scrape known, Predicate<String> expected) {
        var metrics = use.names().metrics().keySet().stream()
                .filter(metric -> !METRICS_OF_PROMETHEUS.contains(metric))
                .filter(expected)
                .toList();
        var absent = metrics.stream().filter(metric -> !known.has(metric)).map("there is no %s"::formatted);
        var present = metrics.stream().filter(known::has).toList();
        return Stream.concat(absent, Stream.concat(unselectable(use, known, present), unshowable(use, known, present)));
    }

    private static Stream<String> unselectable(Use use, Scrape known, List<String> metrics) {
        return metrics.stream()
                .flatMap(metric -> use.names().metrics().get(metric).stream()
                        .filter(label -> !hasLabel(known, metric, label))
                        .map(label -> "%s has no label %s".formatted(metric, label)));
    }

    /** What is grouped by or shown must come from some metric of the expression. */
    private static Stream<String> unshowable(Use use, Scrape known, List<String> metrics) {
        return Stream.concat(use.names().groupings().stream(), use.shown().stream())
                .filter(label ->
                        !metrics.isEmpty() && metrics.stream().noneMatch(metric -> hasLabel(known, metric, label)))
                .map(label -> "none of %s has a label %s".formatted(metrics, label));
    }

    private static boolean hasLabel(Scrape known, String metric, String label) {
        return LABELS_OF_PROMETHEUS.contains(label) || known.labelsOf(metric).contains(label);
    }

    private static Stream<Use> uses(Object document) {
        if (document instanceof List<?> items) {
            return items.stream().flatMap(DashboardMetrics::uses);
        }
        if (document instanceof Map<?, ?> fields) {
            return Stream.concat(use(fields), fields.values().stream().flatMap(DashboardMetrics::uses));
        }
        return Stream.empty();
    }

    private static Stream<Use> use(Map<?, ?> fields) {
        if (fields.get("expr") instanceof String expression) {
            var shown = found(PLACEHOLDER, fields.get("legendFormat") + " " + fields.get("annotations"));
            return Stream.of(new Use(PromQl.of(expression), shown));
        }
        if (fields.get("query") instanceof String query) {
            return VARIABLE.matcher(query)
                    .results()
                    .map(variable -> new Use(
                            PromQl.of(variable.group(1) == null ? "" : variable.group(1)), Set.of(variable.group(2))));
        }
        return Stream.empty();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
