package com.pitstop.process.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.RoutingSlipCalledOff;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipPaused;
import com.pitstop.shared.process.RoutingSlipResumed;
import com.pitstop.shared.process.RoutingSlipStarted;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepTimedOut;
import com.pitstop.shared.process.StepUndoRequested;
import com.pitstop.shared.process.TimerCancelled;
import com.pitstop.shared.process.TimerFired;
import com.pitstop.shared.process.TimerSet;

import static com.pitstop.process.domain.Journey.TRACKING_NUMBER;
import static com.pitstop.process.domain.Steps.step;

/** Every command on a slip, through Axon. What a slip decides is told in {@link SlipTest}. */
class RoutingSlipTest {

    private static final RoutingSlipId ID = new RoutingSlipId(TRACKING_NUMBER);
    private static final String KEY = TRACKING_NUMBER + ":reserve:1";
    private static final String TIMEOUT = "timeout:reserve:1";
    private static final Instant NOW = new Journey().now;
    private static final Instant ANSWER_BY = NOW.plusMillis(Steps.TIMEOUT);
    private static final List<SlipStep> ITINERARY = List.of(step("reserve", 1).made());

    private final AggregateTestFixture<RoutingSlip> slip = new AggregateTestFixture<>(RoutingSlip.class);

    @BeforeEach
    void decideAsOnAJourney() {
        slip.registerInjectableResource(new Journey().terms());
    }

    @Nested
    class StartingASlip {

        @Test
        void asksForTheFirstStep() {
            slip.givenNoPriorActivity().when(start()).expectEvents(started(), requested(), timerSet());
        }

        @Test
        void isRefusedForATrackingNumberThatIsTaken() {
            slip.givenCommands(start()).when(start()).expectNoEvents().expectException(RuntimeException.class);
        }
    }

    @Nested
    class RecordingAnAnswer {

        @Test
        void goesOn() {
            underWay()
                    .when(answer(Outcome.COMPLETED))
                    .expectEvents(
                            new TimerCancelled(TRACKING_NUMBER, TIMEOUT),
                            new StepCompleted(TRACKING_NUMBER, "reserve", KEY, Map.of("piece", 1), Map.of("piece", 1)),
                            new RoutingSlipCompleted(TRACKING_NUMBER));
        }

        @Test
        void changesNothingTheSecondTime() {
            slip.givenCommands(start(), answer(Outcome.COMPLETED))
                    .when(answer(Outcome.COMPLETED))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Nested
    class FiringATimer {

        @Test
        void asksWhatBecameOfTheStep() {
            var asked = TRACKING_NUMBER + ":reserve:asked:2";
            underWay()
                    .when(new FireTimer(ID, TIMEOUT))
                    .expectEvents(
                            new TimerFired(TRACKING_NUMBER, TIMEOUT),
                            new StepTimedOut(TRACKING_NUMBER, "reserve", KEY),
                            new StepOutcomeAsked(TRACKING_NUMBER, asked, "reserve", "garage", "reserve", Map.of()),
                            new TimerSet(TRACKING_NUMBER, "timeout:reserve:2", "timeout", "reserve", ANSWER_BY));
        }

        @Test
        void changesNothingWhenItIsNotSetAnyMore() {
            slip.givenCommands(start(), answer(Outcome.COMPLETED))
                    .when(new FireTimer(ID, TIMEOUT))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Nested
    class DenyingASignal {

        @Test
        void letsTheStepFailThatWaitsForIt() {
            waiting()
                    .when(deny("goods-received"))
                    .expectEvents(
                            new StepFailed(TRACKING_NUMBER, "deliver", "", "", "Sold out", false),
                            new CompensationStarted(TRACKING_NUMBER, "deliver failed", false, List.of()),
                            new RoutingSlipCompensated(TRACKING_NUMBER, "deliver failed"));
        }

        @Test
        void isRefusedForWhatIsNeverAwaited() {
            waiting().when(deny("sold")).expectNoEvents().expectException(NotFoundException.class);
        }

        @Test
        void isRefusedOnceTheSlipGoesOnWithoutIt() {
            slip.given(
                            startedWaiting(),
                            new StepCompleted(TRACKING_NUMBER, "deliver", "", Map.of(), Map.of()),
                            new RoutingSlipCompleted(TRACKING_NUMBER))
                    .when(deny("goods-received"))
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class);
        }

        private DenySignal deny(String signal) {
            return new DenySignal(ID, signal, Map.of("deliveryId", "d-1"), "Sold out");
        }

        private org.axonframework.test.aggregate.TestExecutor<RoutingSlip> waiting() {
            return slip.given(
                    startedWaiting(),
                    new SignalAwaited(
                            TRACKING_NUMBER, "deliver", "goods-received", ANSWER_BY, Map.of("deliveryId", "d-1")));
        }

        private RoutingSlipStarted startedWaiting() {
            var deliver = step("deliver", 1).notUndoable().thenAwaiting("goods-received");
            return new RoutingSlipStarted(TRACKING_NUMBER, "repair-order", 1, List.of(deliver.made()), Map.of());
        }
    }

    @Nested
    class PausingASlip {

        @Test
        void keepsItFromBeginningAnythingUntilItIsResumed() {
            underWay()
                    .when(new PauseRoutingSlip(ID, "Stocktaking"))
                    .expectEvents(new RoutingSlipPaused(TRACKING_NUMBER, "Stocktaking"));
            slip.givenCommands(start(), new PauseRoutingSlip(ID, "Stocktaking"))
                    .when(new ResumeRoutingSlip(ID, "Done"))
                    .expectEvents(new RoutingSlipResumed(TRACKING_NUMBER, "Done"));
        }
    }

    @Nested
    class CallingASlipOff {

        @Test
        void undoesWhatWasAskedFor() {
            var undo = TRACKING_NUMBER + ":reserve:undo:2";
            underWay()
                    .when(new CallOffRoutingSlip(ID, "Sold"))
                    .expectEvents(
                            new RoutingSlipCalledOff(TRACKING_NUMBER, "Sold"),
                            new TimerCancelled(TRACKING_NUMBER, TIMEOUT),
                            new CompensationStarted(TRACKING_NUMBER, "Sold", false, List.of("reserve")),
                            new StepUndoRequested(
                                    TRACKING_NUMBER,
                                    undo,
                                    "reserve",
                                    1,
                                    "garage",
                                    "reserve",
                                    Map.of(),
                                    Map.of(),
                                    "Sold",
                                    ANSWER_BY),
                            new TimerSet(TRACKING_NUMBER, "timeout:reserve:2", "timeout", "reserve", ANSWER_BY));
        }
    }

    @Nested
    class AWishThatCannotBeGranted {

        @Test
        void isRefused() {
            refused(new ReceiveSignal(ID, "sold", Map.of()), NotFoundException.class);
            refused(new RetryStep(ID, "reserve", ""), RuleViolatedException.class);
            refused(new SkipStep(ID, "reserve", ""), RuleViolatedException.class);
            refused(new CompleteStep(ID, "none", Map.of(), ""), NotFoundException.class);
            refused(new ReviseItinerary(ID, ITINERARY, ""), RuleViolatedException.class);
        }

        @Test
        void isRefusedOnceTheSlipHasEnded() {
            for (var wish : List.of(
                    new PauseRoutingSlip(ID, ""),
                    new CancelRoutingSlip(ID, ""),
                    new CallOffRoutingSlip(ID, ""),
                    new ResolveRoutingSlip(ID, ""))) {
                slip.givenCommands(start(), answer(Outcome.COMPLETED))
                        .when(wish)
                        .expectNoEvents()
                        .expectException(RuleViolatedException.class);
            }
        }

        private void refused(Object wish, Class<? extends Throwable> refusal) {
            underWay().when(wish).expectNoEvents().expectException(refusal);
        }
    }

    private org.axonframework.test.aggregate.TestExecutor<RoutingSlip> underWay() {
        return slip.given(started(), requested(), timerSet());
    }

    private static StartRoutingSlip start() {
        return new StartRoutingSlip(ID, "repair-order", 1, ITINERARY, Map.of("amount", "149.50"));
    }

    private static RecordAnswer answer(Outcome outcome) {
        return new RecordAnswer(
                ID, new Answer(KEY, outcome, Map.of("piece", 1), Map.of(), "", "", Duration.ZERO, List.of()));
    }

    private static RoutingSlipStarted started() {
        return new RoutingSlipStarted(TRACKING_NUMBER, "repair-order", 1, ITINERARY, Map.of("amount", "149.50"));
    }

    private static StepRequested requested() {
        return new StepRequested(TRACKING_NUMBER, KEY, "reserve", 1, "garage", "reserve", Map.of(), ANSWER_BY);
    }

    private static TimerSet timerSet() {
        return new TimerSet(TRACKING_NUMBER, TIMEOUT, "timeout", "reserve", ANSWER_BY);
    }
}
