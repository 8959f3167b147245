package com.pitstop.process.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepUndoRequested;
import com.pitstop.shared.process.TimerSet;

import static com.pitstop.process.domain.Steps.step;
import static com.pitstop.shared.process.Outcome.COMPLETED;
import static com.pitstop.shared.process.Outcome.FAILED_FOR_NOW;
import static com.pitstop.shared.process.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

/** A slip whose participants somebody has paused. */
class PausedParticipantTest {

    private final Journey journey = new Journey();

    @Test
    void asksForNothingUntilTheParticipantIsResumed() {
        pause();
        journey.turn(
                turn -> turn.start("repair-order", 1, List.of(step("reserve", 1).made()), Map.of()));

        assertThat(journey.all(StepRequested.class)).isEmpty();
        assertThat(journey.all(StepRetryScheduled.class))
                .containsExactly(new StepRetryScheduled(
                        Journey.TRACKING_NUMBER, "reserve", 0, Participants.UNTIL_RESUMED, "garage is paused", false));
        assertThat(journey.all(TimerSet.class)).extracting(TimerSet::dueAt).containsExactly(Participants.UNTIL_RESUMED);

        resume();

        assertThat(journey.all(StepRequested.class))
                .extracting(StepRequested::attempt)
                .containsExactly(1);
    }

    @Test
    void keepsWaitingWhenItHearsTooEarly() {
        pause();
        journey.turn(
                turn -> turn.start("repair-order", 1, List.of(step("reserve", 1).made()), Map.of()));

        journey.turn(turn -> turn.fire("retry:reserve:1"));

        assertThat(journey.all(StepRequested.class)).isEmpty();
        assertThat(journey.slip.hasTimer("reserve", Timer.Purpose.RETRY)).isTrue();
    }

    @Test
    void keepsTheAttemptsThatAreUsed() {
        start(step("reserve", 1));
        journey.answer("reserve", FAILED_FOR_NOW);
        pause();
        journey.passTime();

        resume();

        assertThat(journey.all(StepRequested.class))
                .extracting(StepRequested::attempt)
                .containsExactly(1, 2);
    }

    @Test
    void doesNotAskWhatBecameOfAStepEither() {
        start(step("reserve", 1));
        pause();
        journey.passTime();

        assertThat(journey.state("reserve")).isEqualTo(StepState.OUTCOME_UNKNOWN);
        assertThat(journey.all(StepOutcomeAsked.class)).isEmpty();

        resume();

        assertThat(journey.all(StepOutcomeAsked.class)).hasSize(1);
    }

    @Test
    void undoesNothingMeanwhile() {
        start(step("reserve", 1), step("pay", 2));
        journey.answer("reserve", COMPLETED);
        pause();
        journey.answer("pay", REFUSED);

        assertThat(journey.all(StepUndoRequested.class)).isEmpty();

        resume();

        assertThat(journey.all(StepUndoRequested.class))
                .extracting(StepUndoRequested::step)
                .containsExactly("reserve");
    }

    private void start(Steps... steps) {
        journey.turn(turn -> turn.start(
                "repair-order", 1, List.of(steps).stream().map(Steps::made).toList(), Map.of()));
    }

    private void pause() {
        journey.leftAloneUntil = Optional.of(Participants.UNTIL_RESUMED);
    }

    /** As the timer that is set until then is fired. */
    private void resume() {
        journey.leftAloneUntil = Optional.empty();
        var timers = journey.slip.timers().entrySet().stream()
                .filter(timer -> timer.getValue().dueAt().equals(Participants.UNTIL_RESUMED))
                .map(Map.Entry::getKey)
                .toList();
        timers.forEach(timer -> journey.turn(turn -> turn.fire(timer)));
    }
}
