package com.pitstop.chassis.test;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names in an expression of PromQL.
 *
 * @param metrics each metric with the labels that it is selected by
 * @param groupings the labels that results are grouped or joined by
 */
public record PromQl(Map<String, Set<String>> metrics, Set<String> groupings) {

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    /** A name that no parenthesis follows, as it does a function, and the labels it is selected by. */
    private static final Pattern METRIC =
            Pattern.compile("(?<![\\w:.$])([a-zA-Z_:][\\w:]*)\\b(?!\\s*\\()(?:\\s*\\{([^}]*)})?");

    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "unless",
            "bool",
            "offset",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "inf",
            "nan",
            "sum",
            "min",
            "max",
            "avg",
            "count",
            "topk",
            "bottomk",
            "quantile");

    public static PromQl of(String expression) {
        var names = RANGE.matcher(STRING.matcher(expression).replaceAll("")).replaceAll("");
        var groupings = new TreeSet<String>();
        GROUPING.matcher(names).results().forEach(grouping -> groupings.addAll(words(WORD, grouping.group(1))));
        var metrics = new TreeMap<String, Set<String>>();
        METRIC.matcher(GROUPING.matcher(names).replaceAll(""))
                .results()
                .filter(metric -> !KEYWORDS.contains(metric.group(1).toLowerCase(Locale.ROOT)))
                .forEach(metric -> metrics.computeIfAbsent(metric.group(1), name -> new TreeSet<>())
                        .addAll(words(MATCHER, metric.group(2) == null ? "" : metric.group(2))));
        return new PromQl(metrics, groupings);
    }

    private static Set<String> words(Pattern pattern, String text) {
        var words = new TreeSet<String>();
        pattern.matcher(text)
                .results()
                .forEach(word -> words.add(word.groupCount() == 0 ? word.group() : word.group(1)));
        return words;
    }
}
