package com.pitstop.process.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.RoutingSlipCalledOff;
import com.pitstop.shared.process.RoutingSlipCancelled;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepUndoFailed;
import com.pitstop.shared.process.StepUndoRequested;
import com.pitstop.shared.process.StepUndone;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever participants, clocks and operators do to a slip, and in whatever order. */
class SlipPropertiesTest {

    private static final int MISCHIEF = 60;
    private static final int LONGEST_WAY_HOME = 2_000;

    @Property(tries = 2_000)
    void reachesAnEndOrAPersonAndLeavesNothingBehind(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int steps) {
        var random = new Random(seed);
        var journey = Journey.along(Map.of("needed", random.nextBoolean()), itinerary(random, steps));
        var keys = new ArrayList<String>();

        for (int time = 0; time < MISCHIEF; time++) {
            happen(journey, random, keys);
        }
        bringHome(journey, random);

        assertThat(hasEndedOrWaitsForAPerson(journey.slip)).isTrue();
        everythingDoneIsUndoneOnceOrReported(journey);
        undosGoBackwards(journey);
        attemptsKeepToTheirLimit(journey);
        assertThat(journey.events.stream().reduce(Slip.NONE, Progress::after, (one, other) -> other))
                .isEqualTo(journey.slip);
    }

    private static List<SlipStep> itinerary(Random random, int steps) {
        var pivot = random.nextInt(steps * 2);
        var stage = new int[] {1};
        return IntStream.range(0, steps)
                .mapToObj(number -> {
                    stage[0] += random.nextInt(2);
                    var step = Steps.step("step-" + number, number == pivot ? ++stage[0] : stage[0])
                            .attempts(1 + random.nextInt(4))
                            .when(random.nextInt(5) == 0 ? "needed" : "")
                            .thenAwaiting(random.nextInt(6) == 0 ? "signal-" + number : "")
                            .orElse(random.nextInt(6) == 0 ? "choice-" + number : "");
                    step = random.nextInt(6) == 0 ? step.notUndoable() : step;
                    step = random.nextInt(8) == 0 ? step.whateverBecomesOfIt() : step;
                    return (number == pivot ? step.pivotal() : step).made();
                })
                .toList();
    }

    private static void happen(Journey journey, Random random, List<String> keys) {
        var open = journey.slip.steps().stream()
                .map(Step::open)
                .filter(key -> !key.isEmpty())
                .toList();
        keys.addAll(open);
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> answerOne(journey, random, open);
            case 5 -> answerOne(journey, random, keys); // late, or again
            case 6, 7 -> passTime(journey);
            case 8 -> sendASignal(journey, random);
            case 9 -> wish(journey, random);
            case 10 -> journey.leftAloneUntil = java.util.Optional.of(journey.now.plusSeconds(random.nextInt(100)));
            default -> passTime(journey);
        }
    }

    private static void answerOne(Journey journey, Random random, List<String> keys) {
        if (!keys.isEmpty()) {
            var key = keys.get(random.nextInt(keys.size()));
            var outcomes = List.of(
                    Outcome.COMPLETED,
                    Outcome.COMPLETED,
                    Outcome.COMPLETED,
                    Outcome.FAILED_FOR_NOW,
                    Outcome.REFUSED,
                    Outcome.DELAYED,
                    Outcome.NOT_DONE);
            journey.answerTo(key, outcomes.get(random.nextInt(outcomes.size())), Map.of());
        }
    }

    private static void passTime(Journey journey) {
        if (!journey.slip.timers().isEmpty()) {
            journey.passTime();
        }
    }

    private static void sendASignal(Journey journey, Random random) {
        var steps = journey.slip.steps();
        var spec = steps.get(random.nextInt(steps.size())).spec();
        var signal = random.nextBoolean() ? spec.signal() : spec.choice();
        if (!signal.isEmpty()) {
            orRefused(() -> journey.signal(signal, Map.of("number", random.nextInt())));
        }
    }

    private static void wish(Journey journey, Random random) {
        var steps = journey.slip.steps();
        var step = steps.get(random.nextInt(steps.size())).name();
        orRefused(() -> journey.wish(wishes -> {
            switch (random.nextInt(11)) {
                case 0, 1 -> wishes.pause("");
                case 2, 3, 4 -> wishes.resume("");
                case 5 -> wishes.cancel("");
                case 6, 7 -> wishes.retry(step, "");
                case 8 -> wishes.skip(step, "");
                case 9 -> wishes.callOff("");
                default -> wishes.complete(step, Map.of(), "");
            }
        }));
    }

    private static void orRefused(Runnable wish) {
        try {
            wish.run();
        } catch (RuleViolatedException refused) {
            assertThat(refused.rule()).isNotEmpty();
        }
    }

    /** From now on every participant answers, and time passes. */
    private static void bringHome(Journey journey, Random random) {
        journey.wish(wishes -> wishes.resume("On"));
        for (int time = 0; time < LONGEST_WAY_HOME && !hasEndedOrWaitsForAPerson(journey.slip); time++) {
            var open = journey.slip.steps().stream()
                    .map(Step::open)
                    .filter(key -> !key.isEmpty())
                    .toList();
            if (open.isEmpty()) {
                journey.passTime();
            } else {
                journey.answerTo(
                        open.get(0), random.nextInt(4) == 0 ? Outcome.FAILED_FOR_NOW : Outcome.COMPLETED, Map.of());
            }
        }
    }

    /** Nothing is under way, and no clock will change that. */
    private static boolean hasEndedOrWaitsForAPerson(Slip slip) {
        var waits = slip.phase() == Phase.ENDED
                || slip.phase() == Phase.STRANDED
                || !slip.incidents().isEmpty();
        return waits
                && slip.timers().isEmpty()
                && slip.steps().stream().allMatch(step -> step.open().isEmpty());
    }

    private static void everythingDoneIsUndoneOnceOrReported(Journey journey) {
        var undone =
                journey.all(StepUndone.class).stream().map(StepUndone::step).toList();
        assertThat(undone).doesNotHaveDuplicates();
        var wasUndone = journey.events.stream()
                .anyMatch(event -> event instanceof RoutingSlipCompensated || event instanceof RoutingSlipCancelled);
        wasUndone |= journey.slip.phase() == Phase.ENDED
                && !journey.all(RoutingSlipCalledOff.class).isEmpty();
        if (wasUndone) {
            Set<String> seenTo = new HashSet<>(undone);
            journey.all(StepUndoFailed.class).forEach(failed -> seenTo.add(failed.step()));
            journey.all(StepCompleted.class).stream()
                    .map(StepCompleted::step)
                    .filter(step -> journey.slip.step(step).spec().undoable())
                    .forEach(step -> assertThat(seenTo).contains(step));
        }
        if (journey.all(CompensationStarted.class).isEmpty()) {
            assertThat(undone).isEmpty();
        }
    }

    /** Only an undo that failed for good may come again, when a person wishes so. */
    private static void undosGoBackwards(Journey journey) {
        if (journey.all(StepUndoFailed.class).isEmpty()) {
            var stages = journey.all(StepUndoRequested.class).stream()
                    .map(request -> journey.slip.step(request.step()).spec().stage())
                    .toList();
            assertThat(stages).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }

    private static void attemptsKeepToTheirLimit(Journey journey) {
        journey.all(StepRequested.class)
                .forEach(request -> assertThat(request.attempt())
                        .isLessThanOrEqualTo(
                                journey.slip.step(request.step()).spec().maxAttempts()));
        journey.all(StepRetryScheduled.class)
                .forEach(retry -> assertThat(retry.attempt())
                        .isLessThan(Math.max(
                                        1,
                                        journey.slip.step(retry.step()).spec().maxAttempts())
                                + (retry.countsAsAttempt() ? 0 : 1)));
    }
}
