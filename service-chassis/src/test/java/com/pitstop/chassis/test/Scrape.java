package com.pitstop.chassis.test;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service answered on {@code /actuator/prometheus}: its metrics and the labels of each. */
public record Scrape(Map<String, Set<String>> labelsByMetric) {

    private static final Pattern SAMPLE = Pattern.compile("(?<metric>[a-zA-Z_:][\\w:]*)(?:\\{(?<labels>.*)})? \\S+.*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final Pattern FAMILY = Pattern.compile("_(?:count|sum|max|bucket|total)$");

    public static Scrape of(String text) {
        var labels = new HashMap<String, Set<String>>();
        text.lines()
                .map(SAMPLE::matcher)
                .filter(sample -> sample.matches())
                .forEach(sample -> labels.computeIfAbsent(sample.group("metric"), metric -> new TreeSet<>())
                        .addAll(labels(sample.group("labels"))));
        return new Scrape(labels);
    }

    /** Also under the names that stand for all series of a timer, a counter or a histogram. */
    Scrape withFamilies() {
        var labels = new HashMap<>(labelsByMetric);
        labelsByMetric.forEach((metric, ofMetric) -> labels.merge(
                FAMILY.matcher(metric).replaceFirst(""),
                ofMetric,
                (some, others) -> Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet())));
        return new Scrape(labels);
    }

    boolean has(String metric) {
        return labelsByMetric.containsKey(metric);
    }

    Set<String> labelsOf(String metric) {
        return labelsByMetric.getOrDefault(metric, Set.of());
    }

    private static Set<String> labels(String labels) {
        return labels == null
                ? Set.of()
                : LABEL.matcher(labels).results().map(label -> label.group(1)).collect(Collectors.toSet());
    }
}
