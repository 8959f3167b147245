package com.pitstop.process.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.pitstop.process.slips.SlipState;
import com.pitstop.shared.Refusal;
import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.RoutingSlipCancelled;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepUndoRequested;

import static com.pitstop.process.domain.Journey.TRACKING_NUMBER;
import static com.pitstop.process.domain.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

/** What a slip makes of every command and every answer in every state: {@code slip-states.txt} says so. */
class SlipStatesTest {

    private static final RoutingSlipId ID = new RoutingSlipId(TRACKING_NUMBER);
    private static final String ANSWERS =
            Stream.of(Outcome.values()).map(Outcome::name).collect(Collectors.joining(" "));
    private static final List<SlipStep> ANOTHER_WAY = List.of(step("invoice", 1).made());

    /**
     * Commands by name. Those that are about a step are about the one that is looked at: its timer, which may be gone, and the last
     * thing it was asked, which may be answered. A late answer is one to the first.
     */
    private static final Map<String, BiFunction<Standing, Journey, Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("pause", (standing, journey) -> new PauseRoutingSlip(ID, "Stocktaking"));
        COMMANDS.put("resume", (standing, journey) -> new ResumeRoutingSlip(ID, "Done"));
        COMMANDS.put("cancel", (standing, journey) -> new CancelRoutingSlip(ID, "The customer is ill"));
        COMMANDS.put("resolve", (standing, journey) -> new ResolveRoutingSlip(ID, "Done at the counter"));
        COMMANDS.put("revise", (standing, journey) -> new ReviseItinerary(ID, ANOTHER_WAY, "On account"));
        COMMANDS.put("signal", (standing, journey) -> new ReceiveSignal(ID, "goods-received", Map.of("pieces", 4)));
        COMMANDS.put("choose", (standing, journey) -> new ReceiveSignal(ID, "slot-chosen", Map.of("start", "13:00")));
        COMMANDS.put("strange-signal", (standing, journey) -> new ReceiveSignal(ID, "sold", Map.of()));
        COMMANDS.put("retry", (standing, journey) -> new RetryStep(ID, standing.step, "It works again"));
        COMMANDS.put("skip", (standing, journey) -> new SkipStep(ID, standing.step, "Not needed"));
        COMMANDS.put("complete", (standing, journey) -> new CompleteStep(ID, standing.step, Map.of(), "By hand"));
        COMMANDS.put("strange-step", (standing, journey) -> new RetryStep(ID, "paint", "It works again"));
        COMMANDS.put("timer", (standing, journey) -> new FireTimer(ID, timer(standing, journey)));
        Stream.of(Outcome.values())
                .forEach(outcome -> COMMANDS.put(outcome.name(), (standing, journey) -> {
                    var keys = keys(standing, journey);
                    return answer(keys.get(keys.size() - 1), outcome);
                }));
        COMMANDS.put(
                "late", (standing, journey) -> answer(keys(standing, journey).get(0), Outcome.COMPLETED));
        COMMANDS.put("strange-answer", (standing, journey) -> answer(TRACKING_NUMBER + ":paint:1", Outcome.COMPLETED));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("cells")
    void answersAsTheTableSays(Standing standing, String command, String expected) {
        var journey = standing.journey();
        var slip = new AggregateTestFixture<>(RoutingSlip.class);
        slip.registerInjectableResource(journey.terms());

        var result = slip.given(journey.events).when(COMMANDS.get(command).apply(standing, journey));

        if (expected.startsWith("!")) {
            result.expectNoEvents().expectException(refusalBy(expected.substring(1)));
        } else if (expected.equals("nothing")) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else {
            result.expectSuccessfulHandlerExecution().expectEventsMatching(ofTypes(expected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void standsAsItSays(Standing standing) {
        var journey = standing.journey();

        assertThat(journey.state(standing.step)).isEqualTo(standing.state);
        assertThat(state(journey)).isEqualTo(standing.slip);
    }

    @Test
    void leavesNoStateAndNoCommandOut() throws IOException {
        assertThat(Stream.of(Standing.values()).map(standing -> standing.slip).distinct())
                .containsExactlyInAnyOrder(SlipState.values());
        assertThat(Stream.of(Standing.values()).map(standing -> standing.state).distinct())
                .containsExactlyInAnyOrder(StepState.values());
        var commands = cells().collect(Collectors.groupingBy(
                cell -> cell.get()[0], Collectors.mapping(cell -> cell.get()[1], Collectors.toList())));
        assertThat(commands).containsOnlyKeys((Object[]) Standing.values());
        assertThat(commands.values())
                .allSatisfy(named -> assertThat(named).containsExactlyInAnyOrderElementsOf(COMMANDS.keySet()));
    }

    /** A line without indent says how things stand, those below it which commands lead to what. */
    static Stream<Arguments> cells() throws IOException {
        var cells = Stream.<Arguments>builder();
        var standing = Standing.DELIVER_HAS_NOT_BEGUN;
        for (var line : table()) {
            if (line.startsWith(" ")) {
                var parts = line.strip().split(" +-> ", 2);
                for (var command : parts[0].replace("answers", ANSWERS).split(" ", -1)) {
                    cells.add(Arguments.of(standing, command, parts[1]));
                }
            } else {
                standing = Standing.valueOf(line);
            }
        }
        return cells.build();
    }

    private static List<String> table() throws IOException {
        try (var table = SlipStatesTest.class.getResourceAsStream("slip-states.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static RecordAnswer answer(String key, Outcome outcome) {
        var rule = outcome == Outcome.REFUSED ? "out-of-stock" : "";
        var rest = outcome == Outcome.REVISED ? ANOTHER_WAY : List.<SlipStep>of();
        var delay = outcome == Outcome.DELAYED ? Duration.ofSeconds(5) : Duration.ZERO;
        return new RecordAnswer(ID, new Answer(key, outcome, Map.of(), Map.of(), rule, "Says the garage", delay, rest));
    }

    private static String timer(Standing standing, Journey journey) {
        return journey.slip.timers().entrySet().stream()
                .filter(timer -> timer.getValue().step().equals(standing.step))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("timeout:%s:1".formatted(standing.step));
    }

    /** Of what was asked about the step, or would be. */
    private static List<String> keys(Standing standing, Journey journey) {
        var keys = journey.events.stream()
                .flatMap(SlipStatesTest::key)
                .filter(key -> key.startsWith("%s:%s:".formatted(TRACKING_NUMBER, standing.step)))
                .toList();
        return keys.isEmpty() ? List.of("%s:%s:1".formatted(TRACKING_NUMBER, standing.step)) : keys;
    }

    private static Stream<String> key(Object event) {
        if (event instanceof StepRequested asked) {
            return Stream.of(asked.stepKey());
        }
        if (event instanceof StepOutcomeAsked asked) {
            return Stream.of(asked.stepKey());
        }
        return event instanceof StepUndoRequested asked ? Stream.of(asked.stepKey()) : Stream.empty();
    }

    private static SlipState state(Journey journey) {
        return switch (journey.slip.phase()) {
            case ENDED -> end(journey.events.get(journey.events.size() - 1));
            case STRANDED -> SlipState.COMPENSATION_FAILED;
            case COMPENSATING -> journey.slip.paused() ? SlipState.PAUSED : SlipState.COMPENSATING;
            case FORWARD -> journey.slip.paused() ? SlipState.PAUSED : underWay(journey.slip);
        };
    }

    private static SlipState underWay(Slip slip) {
        if (slip.in(StepState.WAITING_RETRY).findAny().isPresent()) {
            return SlipState.WAITING_RETRY;
        }
        return slip.in(StepState.WAITING_SIGNAL).findAny().isPresent() ? SlipState.WAITING_SIGNAL : SlipState.RUNNING;
    }

    private static SlipState end(Object event) {
        return Map.of(
                        RoutingSlipCompleted.class, SlipState.COMPLETED,
                        RoutingSlipTerminated.class, SlipState.TERMINATED,
                        RoutingSlipCompensated.class, SlipState.COMPENSATED,
                        RoutingSlipCancelled.class, SlipState.CANCELLED,
                        RoutingSlipResolved.class, SlipState.RESOLVED_MANUALLY)
                .get(event.getClass());
    }

    private static Matcher<Throwable> refusalBy(String rule) {
        return new CustomTypeSafeMatcher<>("refusal by rule " + rule) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refusal refusal && refusal.rule().equals(rule);
            }
        };
    }

    private static Matcher<List<EventMessage<?>>> ofTypes(String types) {
        return new CustomTypeSafeMatcher<>(types) {
            @Override
            protected boolean matchesSafely(List<EventMessage<?>> events) {
                return types(events).equals(types);
            }

            @Override
            protected void describeMismatchSafely(List<EventMessage<?>> events, Description mismatch) {
                mismatch.appendText(types(events));
            }
        };
    }

    private static String types(List<EventMessage<?>> events) {
        return events.stream()
                .map(event -> event.getPayloadType().getSimpleName())
                .collect(Collectors.joining(" "));
    }
}
