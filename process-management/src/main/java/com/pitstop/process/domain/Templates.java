package com.pitstop.process.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fills in what arguments leave open: {@code ${customerId}}, or {@code ${billing.plan}} for a value within another. */
public final class Templates {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^{}]+)}");

    private Templates() {}

    /** An argument that is nothing but a place takes the value as it is, and is left out when there is none. */
    public static Map<String, Object> fill(Map<String, Object> arguments, Map<String, Object> variables) {
        var filled = new HashMap<String, Object>();
        arguments.forEach((name, value) -> fill(value, variables).ifPresent(found -> filled.put(name, found)));
        return Map.copyOf(filled);
    }

    private static Optional<Object> fill(Object value, Map<String, Object> variables) {
        if (value instanceof String text) {
            return fill(text, variables);
        }
        if (value instanceof List<?> list) {
            return Optional.of(list.stream()
                    .flatMap(item -> fill(item, variables).stream())
                    .toList());
        }
        if (value instanceof Map<?, ?> map) {
            var filled = new HashMap<String, Object>();
            map.forEach(
                    (name, item) -> fill(item, variables).ifPresent(found -> filled.put(String.valueOf(name), found)));
            return Optional.of(filled);
        }
        return Optional.of(value);
    }

    private static Optional<Object> fill(String text, Map<String, Object> variables) {
        var place = PLACE.matcher(text);
        return place.matches()
                ? find(place.group(1), variables)
                : Optional.of(PLACE.matcher(text)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(find(found.group(1), variables)
                                .map(Objects::toString)
                                .orElse(""))));
    }

    private static Optional<Object> find(String path, Map<String, Object> variables) {
        Optional<Object> found = Optional.of(variables);
        for (var name : path.split("\\.", -1)) {
            found = found.flatMap(value -> Optional.ofNullable(value instanceof Map<?, ?> map ? map.get(name) : null));
        }
        return found;
    }
}
