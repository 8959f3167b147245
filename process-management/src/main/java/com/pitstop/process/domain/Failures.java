package com.pitstop.process.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.pitstop.shared.process.StepFailed;

/**
 * The steps that used up their attempts and were gone on without, as conditions know them: {@code failed.sendWelcome} of
 * {@code send-welcome}. What a rule refused is not among them: to try it again would not help.
 */
public final class Failures {

    /** The variable that has them all. */
    public static final String VARIABLE = "failed";

    private static final Pattern SEAM = Pattern.compile("-(.)");

    private Failures() {}

    /** What a step is called in there: names of conditions have no hyphens. */
    public static String nameOf(String step) {
        return SEAM.matcher(step).replaceAll(seam -> seam.group(1).toUpperCase(Locale.ROOT));
    }

    static Map<String, Object> by(StepFailed event, Map<String, Object> variables) {
        return event.tolerated() && event.rule().isEmpty() ? with(event.step(), variables) : Map.of();
    }

    private static Map<String, Object> with(String step, Map<String, Object> variables) {
        var failed = new HashMap<String, Object>();
        if (variables.get(VARIABLE) instanceof Map<?, ?> before) {
            before.forEach((name, value) -> failed.put(String.valueOf(name), value));
        }
        failed.put(nameOf(step), true);
        return Map.of(VARIABLE, Map.copyOf(failed));
    }
}
