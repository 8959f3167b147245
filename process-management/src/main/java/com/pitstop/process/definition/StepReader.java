package com.pitstop.process.definition;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.calendar.GarageDeadlines;

/** Reads a step of a definition. */
final class StepReader {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "participant",
            "activity",
            "timeout",
            "attempts",
            "backoff",
            "when",
            "arguments",
            "for-each",
            "parallel",
            "undo",
            "pivot",
            "tolerated",
            "signal",
            "choice");
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final int USUAL_ATTEMPTS = 3;
    private static final Pattern FOR_EACH = Pattern.compile("([A-Za-z]\\w*) as ([A-Za-z]\\w*)");

    private final Section step;

    private StepReader(Section step) {
        this.step = step;
    }

    static StepDefinition read(Section step) {
        step.knowOnly(FIELDS);
        return new StepReader(step).read();
    }

    private StepDefinition read() {
        return new StepDefinition(
                step.name("name"),
                step.textOrEmpty("participant"),
                step.textOrEmpty("activity"),
                step.duration("timeout", USUAL_TIMEOUT),
                step.count("attempts", USUAL_ATTEMPTS),
                backoff(step.section("backoff")),
                step.textOrEmpty("when"),
                arguments(step.section("arguments")),
                forEach(),
                step.textOrEmpty("parallel"),
                step.flag("undo"),
                Boolean.TRUE.equals(step.flag("pivot")),
                Boolean.TRUE.equals(step.flag("tolerated")),
                awaited("signal", "name"),
                awaited("choice", "signal"));
    }

    private static Backoff backoff(Section backoff) {
        backoff.knowOnly(Set.of("first", "factor", "longest"));
        var first = backoff.duration("first", Backoff.USUAL.first());
        var longest = backoff.duration("longest", Backoff.USUAL.longest());
        if (longest.compareTo(first) < 0) {
            backoff.problems().accept("`longest` must not be shorter than `first`");
        }
        return new Backoff(first, backoff.number("factor", Backoff.USUAL.factor(), 1, 100), longest);
    }

    private static Map<String, Object> arguments(Section arguments) {
        var named = new HashMap<String, Object>();
        arguments.values().forEach((name, value) -> {
            if (value == null) {
                arguments.problems().accept("say what `%s` is, or leave it out".formatted(name));
            } else {
                named.put(String.valueOf(name), value);
            }
        });
        return named;
    }

    private @Nullable ForEach forEach() {
        var text = step.textOrEmpty("for-each");
        var parts = FOR_EACH.matcher(text);
        if (parts.matches()) {
            return new ForEach(parts.group(1), parts.group(2));
        }
        if (!text.isEmpty()) {
            step.problems().accept("`for-each` must read like `lines as line`");
        }
        return null;
    }

    private Awaited awaited(String field, String nameField) {
        if (!step.has(field)) {
            return Awaited.NOTHING;
        }
        var section = step.section(field);
        section.knowOnly(Set.of(nameField, "within"));
        var within = section.textOrEmpty("within");
        if (!GarageDeadlines.isReadable(within)) {
            section.problems().accept("say `within` what time, such as 48h or 5 working days");
        }
        return new Awaited(section.name(nameField), within);
    }
}
