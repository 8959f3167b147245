package com.pitstop.process.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values in which texts may name variables: {@code ${customer.email}}. */
final class Templates {

    /** Fills a template that nothing was said for: what holds it goes with it. */
    static final Object NOTHING = new Object();

    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";
    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{(" + NAME + "(?:\\." + NAME + ")*)}");

    private Templates() {}

    static Stream<String> paths(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(Templates::paths);
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(Templates::paths);
        }
        return value instanceof String text
                ? TEMPLATE.matcher(text).results().map(found -> found.group(1))
                : Stream.empty();
    }

    /** Whether something in it begins like a template and is none. */
    static boolean areBroken(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Templates::areBroken);
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(Templates::areBroken);
        }
        return value instanceof String text
                && TEMPLATE.matcher(text).replaceAll("").contains("${");
    }

    /**
     * The value with its templates filled. A text that is nothing but one template becomes what it stands for, number or list.
     *
     * @param known what a path stands for; a template whose path is not known stays as it is
     */
    static Object fill(Object value, Function<String, Optional<Object>> known) {
        if (value instanceof Map<?, ?> map) {
            var filled = new LinkedHashMap<String, Object>();
            map.forEach((key, item) -> filled.put(String.valueOf(key), fill(item, known)));
            filled.values().removeIf(item -> item == NOTHING);
            return filled;
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> fill(item, known))
                    .filter(item -> item != NOTHING)
                    .toList();
        }
        return value instanceof String text ? fillText(text, known) : value;
    }

    private static Object fillText(String text, Function<String, Optional<Object>> known) {
        var whole = TEMPLATE.matcher(text);
        if (whole.matches()) {
            return known.apply(whole.group(1)).orElse(text);
        }
        return TEMPLATE.matcher(text).replaceAll(part -> Matcher.quoteReplacement(textFor(part, known)));
    }

    private static String textFor(MatchResult part, Function<String, Optional<Object>> known) {
        return known.apply(part.group(1))
                .map(value -> value == NOTHING ? "" : String.valueOf(value))
                .orElse(part.group());
    }
}
