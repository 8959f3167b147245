package com.pitstop.process.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.process.AnswerIgnored;
import com.pitstop.shared.process.CompensationFailed;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.ItineraryRevised;
import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.RoutingSlipCalledOff;
import com.pitstop.shared.process.RoutingSlipCancelled;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipPaused;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SignalReceived;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepSkipped;
import com.pitstop.shared.process.StepTimedOut;
import com.pitstop.shared.process.StepUndoFailed;
import com.pitstop.shared.process.StepUndoRequested;
import com.pitstop.shared.process.StepUndoRetryScheduled;
import com.pitstop.shared.process.StepUndone;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever participants, clocks and operators do to a slip, and in whatever order. */
class SlipPropertiesTest {

    private static final String CALLED_OFF = "The vehicle was sold";
    private static final int MISCHIEF = 60;
    private static final int LONGEST_WAY_HOME = 2_000;
    private static final int MOST_UNDO_ATTEMPTS = 10;
    private static final List<Class<?>> TROUBLE = List.of(
            AnswerIgnored.class,
            CompensationFailed.class,
            IncidentOpened.class,
            ItineraryRevised.class,
            RoutingSlipCancelled.class,
            RoutingSlipCompensated.class,
            RoutingSlipCompleted.class,
            RoutingSlipPaused.class,
            RoutingSlipResolved.class,
            RoutingSlipTerminated.class,
            SignalReceived.class,
            StepSkipped.class,
            StepTimedOut.class,
            StepUndoRetryScheduled.class);

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
        nothingIsUndonePastThePivot(journey);
        onlyWhatIsNotToleratedSendsItBack(journey);
        attemptsKeepToTheirLimit(journey);
        assertThat(journey.events.stream().reduce(Slip.NONE, Progress::after, (one, other) -> other))
                .isEqualTo(journey.slip);
        everythingHappensSometimes(journey);
    }

    /** Or the property would hold for want of trouble. */
    private static void everythingHappensSometimes(Journey journey) {
        var happened = journey.events.stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet());
        var statistics = Statistics.label("journeys with");
        TROUBLE.forEach(event -> statistics.collect(event.getSimpleName(), happened.contains(event)));
        statistics.coverage(coverage -> TROUBLE.forEach(
                event -> coverage.check(event.getSimpleName(), true).count(journeys -> journeys >= 20)));
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
            if (random.nextInt(60) == 0) {
                journey.turn(turn -> turn.take(anotherWay(key, random)));
            } else {
                journey.answerTo(key, outcome(random), Map.of());
            }
        }
    }

    private static Outcome outcome(Random random) {
        var outcomes = List.of(
                Outcome.COMPLETED,
                Outcome.COMPLETED,
                Outcome.COMPLETED,
                Outcome.FAILED_FOR_NOW,
                Outcome.REFUSED,
                Outcome.DELAYED,
                Outcome.NOT_DONE);
        return random.nextInt(80) == 0 ? Outcome.TERMINATED : outcomes.get(random.nextInt(outcomes.size()));
    }

    /** Sometimes with a step whose name may be taken. */
    private static Answer anotherWay(String key, Random random) {
        var rest = List.of(Steps.step("other-" + random.nextInt(3), 1).made());
        return new Answer(key, Outcome.REVISED, Map.of(), Map.of(), "", "", Duration.ZERO, rest);
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
            switch (random.nextInt(13)) {
                case 0, 1 -> wishes.pause("");
                case 2, 3, 4 -> wishes.resume("");
                case 5 -> wishes.cancel("");
                case 6, 7 -> wishes.retry(step, "");
                case 8 -> wishes.skip(step, "");
                case 9 -> settle(wishes, random);
                case 10 -> wishes.revise(otherSteps(random, steps), "");
                case 11 -> wishes.callOff(CALLED_OFF);
                default -> wishes.complete(step, Map.of(), "");
            }
        }));
    }

    /** Rarely, for it ends everything. */
    private static void settle(Wishes wishes, Random random) {
        if (random.nextInt(8) == 0) {
            wishes.resolve("");
        }
    }

    private static List<SlipStep> otherSteps(Random random, List<Step> steps) {
        var stage = steps.stream()
                .filter(step -> !step.is(StepState.PENDING))
                .mapToInt(step -> step.spec().stage())
                .max()
                .orElse(0);
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(number -> Steps.step("other-" + random.nextInt(6), stage + 1 + number)
                        .made())
                .toList();
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
        if (journey.all(CompensationStarted.class).isEmpty()) {
            assertThat(undone).isEmpty();
        }
        var reported = journey.all(IncidentOpened.class).stream()
                .map(IncidentOpened::step)
                .toList();
        if (wentBack(journey)) {
            journey.all(StepCompleted.class).stream()
                    .map(StepCompleted::step)
                    .filter(step -> journey.slip.step(step).spec().undoable())
                    .forEach(step -> assertThat(undone.contains(step) || reported.contains(step))
                            .as(step)
                            .isTrue());
        }
    }

    /** All the way, and not only until somebody took all of it for settled. */
    private static boolean wentBack(Journey journey) {
        var ends = Set.<Class<?>>of(RoutingSlipCompensated.class, RoutingSlipCancelled.class, CompensationFailed.class);
        return journey.events.stream().anyMatch(event -> ends.contains(event.getClass())) || wasCalledOff(journey);
    }

    private static boolean wasCalledOff(Journey journey) {
        return !journey.all(RoutingSlipCalledOff.class).isEmpty()
                && !journey.all(RoutingSlipTerminated.class).isEmpty();
    }

    private static void nothingIsUndonePastThePivot(Journey journey) {
        var donePivot = journey.all(StepCompleted.class).stream()
                .anyMatch(done -> journey.slip.step(done.step()).spec().pivot());
        if (donePivot) {
            assertThat(journey.all(CompensationStarted.class)).isEmpty();
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

    private static void onlyWhatIsNotToleratedSendsItBack(Journey journey) {
        assertThat(journey.all(CompensationStarted.class).stream()
                        .filter(started -> !started.cancelled())
                        .filter(started -> !started.reason().equals(CALLED_OFF))
                        .map(started -> journey.slip.step(started.reason().replace(" failed", ""))))
                .noneMatch(step -> step.spec().tolerated());
    }

    private static void attemptsKeepToTheirLimit(Journey journey) {
        assertThat(journey.all(StepUndoRequested.class)).allMatch(request -> request.attempt() <= MOST_UNDO_ATTEMPTS);
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
