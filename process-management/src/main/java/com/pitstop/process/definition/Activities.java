package com.pitstop.process.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the participants can be asked for, by participant and activity, as {@code activities.yml} lists it. */
record Activities(Map<String, Map<String, Activity>> byParticipant) {

    private static final String MAY_BE_LEFT_OUT = "?";

    static Activities read(Map<?, ?> file) {
        var all = new HashMap<String, Map<String, Activity>>();
        file.forEach((participant, activities) -> all.put(String.valueOf(participant), ofParticipant(activities)));
        return new Activities(all);
    }

    boolean has(String participant) {
        return byParticipant.containsKey(participant);
    }

    Set<String> participants() {
        return byParticipant.keySet();
    }

    Set<String> of(String participant) {
        return byParticipant.getOrDefault(participant, Map.of()).keySet();
    }

    Optional<Activity> find(String participant, String activity) {
        return Optional.ofNullable(
                byParticipant.getOrDefault(participant, Map.of()).get(activity));
    }

    private static Map<String, Activity> ofParticipant(Object activities) {
        var all = new HashMap<String, Activity>();
        ((Map<?, ?>) activities)
                .forEach((name, activity) -> all.put(String.valueOf(name), activity((Map<?, ?>) activity)));
        return all;
    }

    private static Activity activity(Map<?, ?> activity) {
        var arguments = texts(activity.get("arguments"));
        Predicate<String> possible = name -> name.endsWith(MAY_BE_LEFT_OUT);
        return new Activity(
                arguments.stream().filter(possible.negate()).collect(Collectors.toSet()),
                arguments.stream()
                        .filter(possible)
                        .map(name -> name.substring(0, name.length() - 1))
                        .collect(Collectors.toSet()),
                Set.copyOf(texts(activity.get("answers"))));
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }
}
