package com.pitstop.process.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.SlipStep;

/** A slip on its way, with a clock that is moved and participants that answer what a test lets them. */
final class Journey {

    static final UUID TRACKING_NUMBER = UUID.fromString("0b5f7a52-1f0e-4bd0-9c33-6b1d7a0c2f11");

    final List<Object> events = new ArrayList<>();
    Instant now = Instant.parse("2026-11-23T08:00:00Z");
    Optional<Instant> leftAloneUntil = Optional.empty();
    Slip slip = Slip.NONE;

    /** One holds if the variable of its name is true. */
    Conditions conditions =
            (condition, variables) -> condition.isEmpty() || Boolean.TRUE.equals(variables.get(condition));

    Deadlines deadlines = (start, within) -> start.plus(Duration.ofDays(2));

    static Journey along(Steps... steps) {
        return along(Map.of(), steps);
    }

    static Journey along(Map<String, Object> variables, Steps... steps) {
        return along(variables, Stream.of(steps).map(Steps::made).toList());
    }

    static Journey along(Map<String, Object> variables, List<SlipStep> itinerary) {
        var journey = new Journey();
        journey.turn(turn -> turn.start("repair-order", 1, itinerary, variables));
        return journey;
    }

    SlipTerms terms() {
        return new SlipTerms(
                Clock.fixed(now, ZoneOffset.UTC),
                conditions,
                deadlines,
                (participant, moment) -> leftAloneUntil.filter(until -> until.isAfter(moment)),
                () -> 0);
    }

    /** What happened in this turn. */
    List<Object> turn(Consumer<Turn> whatHappens) {
        var turn = new Turn(TRACKING_NUMBER, slip, terms());
        whatHappens.accept(turn);
        slip = turn.slip();
        events.addAll(turn.events());
        return turn.events();
    }

    List<Object> wish(Consumer<Wishes> wish) {
        return turn(turn -> wish.accept(new Wishes(turn)));
    }

    List<Object> answer(String step, Outcome outcome) {
        return answer(step, outcome, Map.of());
    }

    List<Object> answer(String step, Outcome outcome, Map<String, Object> data) {
        var key = slip.step(step).open();
        if (key.isEmpty()) {
            throw new IllegalStateException(step + " was not asked for anything");
        }
        return answerTo(key, outcome, data);
    }

    List<Object> answerTo(String key, Outcome outcome, Map<String, Object> data) {
        var rule = outcome == Outcome.REFUSED ? "out-of-stock" : "";
        return turn(turn ->
                turn.take(new Answer(key, outcome, data, Map.of(), rule, "Says the garage", Duration.ZERO, List.of())));
    }

    List<Object> signal(String signal, Map<String, Object> data) {
        return turn(turn -> turn.receive(signal, data));
    }

    List<Object> deny(String signal, Map<String, Object> data, String reason) {
        return turn(turn -> turn.deny(signal, data, reason));
    }

    /** Moves the clock to the next timer and fires it. */
    List<Object> passTime() {
        var next = slip.timers().entrySet().stream()
                .min(Comparator.comparing((Map.Entry<String, Timer> timer) ->
                                timer.getValue().dueAt())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow();
        now = next.getValue().dueAt().isAfter(now) ? next.getValue().dueAt() : now;
        return turn(turn -> turn.fire(next.getKey()));
    }

    StepState state(String step) {
        return slip.step(step).state();
    }

    <E> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
