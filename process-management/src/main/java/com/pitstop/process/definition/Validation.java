package com.pitstop.process.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.pitstop.process.domain.Failures;

/** Looks whether the steps of a definition can work together, and says of each what to do when not. */
class Validation {

    private static final Pattern FAILURE = Pattern.compile("\\b%s\\.(\\w+)".formatted(Failures.VARIABLE));

    private final Activities activities;
    private final SpelConditions conditions;

    Validation(Activities activities, SpelConditions conditions) {
        this.activities = activities;
        this.conditions = conditions;
    }

    Set<String> participants() {
        return activities.participants();
    }

    Set<String> answers(String participant, String activity) {
        return activities.find(participant, activity).map(Activity::answers).orElse(Set.of());
    }

    /**
     * Everything that is wrong.
     *
     * @param known paths and variables that are there at the beginning, or set by signals
     */
    List<Finding> findings(List<StepDefinition> steps, Collection<String> known) {
        var findings = new ArrayList<Finding>();
        var filled = new HashSet<>(known);
        var pivot = pivot(steps);
        var names = new HashSet<String>();
        var tolerated = new HashSet<String>();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            Consumer<String> problem = message -> findings.add(new Finding(step.name(), message));
            checkName(step, names, problem);
            checkPivot(step, i, pivot, problem);
            checkCondition(step, tolerated, problem);
            checkActivity(step, problem);
            checkTemplates(step, filled, problem);
            filled.addAll(answers(step.participant(), step.activity()));
            if (step.tolerated()) {
                tolerated.add(Failures.nameOf(step.name()));
            }
        }
        return findings;
    }

    private static int pivot(List<StepDefinition> steps) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).pivot())
                .findFirst()
                .orElse(steps.size());
    }

    private static void checkName(StepDefinition step, Set<String> names, Consumer<String> problem) {
        if (!names.add(step.name())) {
            problem.accept("there is another step of this name; give it a name of its own");
        }
    }

    private static void checkPivot(StepDefinition step, int position, int pivot, Consumer<String> problem) {
        if (step.pivot() && position > pivot) {
            problem.accept("there is another pivot before it; leave one of them");
        }
        if (position < pivot && step.undo() == null) {
            problem.accept("say with `undo: true` or `undo: false` whether it can be undone");
        }
    }

    private void checkCondition(StepDefinition step, Set<String> tolerated, Consumer<String> problem) {
        FAILURE.matcher(step.when())
                .results()
                .map(failure -> failure.group(1))
                .filter(name -> !tolerated.contains(name))
                .forEach(name -> problem.accept(
                        "`failed.%s` is no step before it that is `tolerated`; write its name like `failed.sendWelcome`"
                                .formatted(name)));
        conditions
                .problem(step.when())
                .ifPresent(why -> problem.accept("`when` must be a condition such as `plan == 'FLEET'`: " + why));
    }

    private void checkActivity(StepDefinition step, Consumer<String> problem) {
        if (!activities.has(step.participant())) {
            problem.accept("`%s` is no participant; there are %s"
                    .formatted(step.participant(), inOrder(activities.participants())));
            return;
        }
        activities
                .find(step.participant(), step.activity())
                .ifPresentOrElse(
                        activity -> checkArguments(step, activity, problem),
                        () -> problem.accept("`%s` is no activity of %s; there are %s"
                                .formatted(
                                        step.activity(),
                                        step.participant(),
                                        inOrder(activities.of(step.participant())))));
    }

    private static void checkArguments(StepDefinition step, Activity activity, Consumer<String> problem) {
        var given = step.arguments().keySet();
        inOrder(activity.needed()).stream()
                .filter(name -> !given.contains(name))
                .forEach(name -> problem.accept("the argument `%s` is missing; say what it is".formatted(name)));
        inOrder(given).stream()
                .filter(name -> !activity.needed().contains(name))
                .filter(name -> !activity.possible().contains(name))
                .forEach(name ->
                        problem.accept("`%s` is no argument of %s; leave it out".formatted(name, step.activity())));
    }

    private static void checkTemplates(StepDefinition step, Set<String> filled, Consumer<String> problem) {
        if (Templates.areBroken(step.arguments())) {
            problem.accept("an argument has `${` and no path and `}` behind it; write it like `${customer.email}`");
        }
        var each = step.forEach();
        if (each != null
                && filled.stream().noneMatch(path -> Itinerary.root(path).equals(each.list()))) {
            problem.accept("nothing fills the list `%s`; add it to `intake`".formatted(each.list()));
        }
        Templates.paths(step.arguments())
                .distinct()
                .filter(path -> !isFilled(each == null ? path : ofItem(each, path), filled))
                .forEach(path ->
                        problem.accept("nothing fills `${%s}`; add it to `intake` or to `variables`".formatted(path)));
    }

    private static String ofItem(ForEach each, String path) {
        return Itinerary.root(path).equals(each.item())
                ? each.list() + path.substring(each.item().length())
                : path;
    }

    /** A path is filled when it is named itself, when it is all of what is named, or part of something answered whole. */
    private static boolean isFilled(String path, Set<String> filled) {
        return prefixes(path).anyMatch(filled::contains)
                || filled.stream().anyMatch(known -> known.startsWith(path + "."));
    }

    private static Stream<String> prefixes(String path) {
        return IntStream.rangeClosed(1, path.length())
                .filter(end -> end == path.length() || path.charAt(end) == '.')
                .mapToObj(end -> path.substring(0, end));
    }

    private static Set<String> inOrder(Set<String> names) {
        return names.stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
