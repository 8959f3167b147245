package com.pitstop.process.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** A part of a file, read as far as it can be. What cannot is told, and something else taken for it. */
record Section(Map<?, ?> values, Consumer<String> problems) {

    private static final Duration LONGEST = Duration.ofDays(365);

    static Section of(@Nullable Object value, Consumer<String> problems) {
        return new Section(value instanceof Map<?, ?> map ? map : Map.of(), problems);
    }

    void knowOnly(Set<String> fields) {
        values.keySet().stream()
                .map(String::valueOf)
                .filter(field -> !fields.contains(field))
                .forEach(field -> problems.accept("`%s` is not a known field; leave it out".formatted(field)));
    }

    boolean has(String field) {
        return values.get(field) != null;
    }

    String textOrEmpty(String field) {
        return has(field) ? String.valueOf(values.get(field)) : "";
    }

    String name(String field) {
        var name = textOrEmpty(field);
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || name.length() > 60) {
            problems.accept("give it a `%s` in kebab-case of at most 60 characters".formatted(field));
        }
        return name;
    }

    double number(String field, double usual, int least, int most) {
        if (!has(field)) {
            return usual;
        }
        if (values.get(field) instanceof Number number
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        problems.accept("`%s` must be a number from %d to %d".formatted(field, least, most));
        return usual;
    }

    int count(String field, int usual) {
        if (!has(field)) {
            return usual;
        }
        if (values.get(field) instanceof Integer number && number >= 1 && number <= 1000) {
            return number;
        }
        problems.accept("`%s` must be a whole number from 1 to 1000".formatted(field));
        return usual;
    }

    @Nullable
    Boolean flag(String field) {
        if (has(field) && !(values.get(field) instanceof Boolean)) {
            problems.accept("`%s` must be true or false".formatted(field));
        }
        return values.get(field) instanceof Boolean flag ? flag : null;
    }

    Duration duration(String field, Duration usual) {
        if (!has(field)) {
            return usual;
        }
        Optional<Duration> duration =
                Durations.exact(textOrEmpty(field)).filter(time -> !time.isZero() && time.compareTo(LONGEST) <= 0);
        if (duration.isEmpty()) {
            problems.accept(
                    "`%s` must be longer than nothing and at most a year, such as 500ms, 5s or 48h".formatted(field));
        }
        return duration.orElse(usual);
    }

    Section section(String field) {
        if (has(field) && !(values.get(field) instanceof Map)) {
            problems.accept("`%s` must have fields of its own".formatted(field));
        }
        return of(values.get(field), problem -> problems.accept("`%s`: %s".formatted(field, problem)));
    }

    List<?> list(String field) {
        if (has(field) && !(values.get(field) instanceof List)) {
            problems.accept("`%s` must be a list".formatted(field));
        }
        return values.get(field) instanceof List<?> list ? list : List.of();
    }

    List<String> texts(String field) {
        return list(field).stream().map(String::valueOf).toList();
    }
}
