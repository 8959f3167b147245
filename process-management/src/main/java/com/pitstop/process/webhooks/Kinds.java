package com.pitstop.process.webhooks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.pitstop.process.timeline.Sentences;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.process.StepAnswered;

/** What a subscriber can be told of: whatever happens to a slip. Not an answer; what the slip makes of it follows. */
final class Kinds {

    private static final Set<Class<?>> EVENTS = new Sentences()
            .kinds().stream().filter(kind -> kind != StepAnswered.class).collect(Collectors.toUnmodifiableSet());
    private static final List<String> NAMES =
            EVENTS.stream().map(Class::getSimpleName).sorted().toList();

    private Kinds() {}

    static boolean include(Class<?> event) {
        return EVENTS.contains(event);
    }

    static void requireKnown(List<String> kinds) {
        var unknown = kinds.stream().filter(kind -> !NAMES.contains(kind)).toList();
        if (!unknown.isEmpty()) {
            throw new InvalidValueException(
                    "webhook-kinds",
                    "There is no %s in a process; there are %s"
                            .formatted(String.join(", ", unknown), String.join(", ", NAMES)));
        }
    }
}
