package com.pitstop.process.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.process.AnswerIgnored;
import com.pitstop.shared.process.CompensationFailed;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.NoBranchTaken;
import com.pitstop.shared.process.RoutingSlipCalledOff;
import com.pitstop.shared.process.RoutingSlipCancelled;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepSkipped;
import com.pitstop.shared.process.StepTimedOut;
import com.pitstop.shared.process.StepUndoRequested;
import com.pitstop.shared.process.StepUndone;

import static com.pitstop.process.domain.Journey.along;
import static com.pitstop.process.domain.Steps.step;
import static com.pitstop.shared.process.Outcome.COMPLETED;
import static com.pitstop.shared.process.Outcome.DELAYED;
import static com.pitstop.shared.process.Outcome.FAILED_FOR_NOW;
import static com.pitstop.shared.process.Outcome.NOT_DONE;
import static com.pitstop.shared.process.Outcome.REFUSED;
import static com.pitstop.shared.process.Outcome.REVISED;
import static com.pitstop.shared.process.Outcome.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The ways of a routing slip, there and back. */
class SlipTest {

    @Nested
    class OnItsWay {

        @Test
        void asksForOneStageAfterTheOther() {
            var journey = along(step("order", 1), step("reserve", 2), step("deliver", 2), step("confirm", 3));
            assertThat(requested(journey)).containsExactly("order");

            journey.answer("order", COMPLETED);
            assertThat(requested(journey)).containsExactly("order", "reserve", "deliver");

            journey.answer("reserve", COMPLETED);
            journey.answer("deliver", COMPLETED);
            assertThat(requested(journey)).containsExactly("order", "reserve", "deliver", "confirm");

            assertThat(journey.answer("confirm", COMPLETED)).last().isInstanceOf(RoutingSlipCompleted.class);
            assertThat(journey.slip.timers()).isEmpty();
        }

        @Test
        void fillsInWhatEarlierStepsMade() {
            var journey = along(
                    Map.of("sku", "OIL-5W30-1L"),
                    step("register", 1),
                    step("reserve", 2).with(Map.of("for", "${customerId}", "sku", "${sku}", "note", "of ${none}")));

            journey.answer("register", COMPLETED, Map.of("customerId", "c-1"));

            assertThat(journey.all(StepRequested.class).get(1).arguments())
                    .isEqualTo(Map.of("for", "c-1", "sku", "OIL-5W30-1L", "note", "of "));
        }

        @Test
        void saysWhichStepsItDoesNotNeed() {
            var journey = along(Map.of("unsafe", false), step("immobilise", 1).when("unsafe"), step("advise", 2));

            assertThat(journey.all(StepSkipped.class))
                    .singleElement()
                    .satisfies(skipped -> assertThat(skipped.step()).isEqualTo("immobilise"));
            assertThat(requested(journey)).containsExactly("advise");
        }

        @Test
        void saysWhenNoneOfItsBranchesIsTaken() {
            var branches = along(
                    step("immobilise", 1).when("unsafe"), step("advise", 1).when("fine"));
            assertThat(branches.all(NoBranchTaken.class))
                    .containsExactly(new NoBranchTaken(Journey.TRACKING_NUMBER, List.of("immobilise", "advise")));
            assertThat(branches.events).last().isInstanceOf(RoutingSlipCompleted.class);

            var oneIsTaken = along(
                    Map.of("fine", true),
                    step("immobilise", 1).when("unsafe"),
                    step("advise", 1).when("fine"));
            var oneHasNoCondition = along(step("immobilise", 1).when("unsafe"), step("wash", 1));
            var oneByItself = along(step("immobilise", 1).when("unsafe"), step("wash", 2));
            for (var journey : List.of(oneIsTaken, oneHasNoCondition, oneByItself)) {
                assertThat(journey.all(NoBranchTaken.class)).isEmpty();
            }
        }

        @Test
        void endsAtOnceWhenNothingIsNeeded() {
            assertThat(along(step("immobilise", 1).when("unsafe")).events)
                    .last()
                    .isInstanceOf(RoutingSlipCompleted.class);
        }

        @Test
        void isOverWhenAParticipantSaysSo() {
            var journey = along(step("invite", 1), step("plan", 2));

            assertThat(journey.answer("invite", TERMINATED)).last().isInstanceOf(RoutingSlipTerminated.class);
            assertThat(journey.state("plan")).isEqualTo(StepState.CANCELLED);
        }

        @Test
        void takesAnotherWayWhenAParticipantSaysSo() {
            var journey = along(step("record", 1), step("invite-again", 2));

            journey.turn(turn -> turn.take(new Answer(
                    journey.slip.step("record").open(),
                    REVISED,
                    Map.of(),
                    Map.of(),
                    "",
                    "Defects were found",
                    Duration.ZERO,
                    List.of(step("repair", 1).made()))));

            assertThat(requested(journey)).containsExactly("record", "repair");
            assertThat(journey.answer("repair", COMPLETED)).last().isInstanceOf(RoutingSlipCompleted.class);
        }

        @Test
        void goesOnWithoutAStepThatMayFail() {
            var journey = along(step("newsletter", 1).whateverBecomesOfIt(), step("confirm", 2));

            journey.answer("newsletter", REFUSED);

            assertThat(requested(journey)).containsExactly("newsletter", "confirm");
        }

        @Test
        void goesOnWithTheOthersOfAStageWithoutAStepThatMayFail() {
            var journey = along(step("newsletter", 1).whateverBecomesOfIt(), step("order", 1), step("confirm", 2));

            journey.answer("newsletter", REFUSED);
            assertThat(journey.all(StepUndoRequested.class)).isEmpty();
            journey.answer("order", COMPLETED);

            assertThat(requested(journey)).containsExactly("newsletter", "order", "confirm");
        }

        @Test
        void remembersForConditionsWhatItWentOnWithout() {
            var journey = along(
                    step("send-newsletter", 1).attempts(1).whateverBecomesOfIt(),
                    step("greet", 1).whateverBecomesOfIt(),
                    step("ask-for-a-review", 1).whateverBecomesOfIt(),
                    step("send-sms", 1).attempts(1).whateverBecomesOfIt(),
                    step("confirm", 2));

            journey.answer("send-newsletter", FAILED_FOR_NOW);
            journey.answer("greet", COMPLETED);
            journey.answer("ask-for-a-review", REFUSED);
            journey.answer("send-sms", FAILED_FOR_NOW);

            assertThat(journey.slip.variables())
                    .containsEntry("failed", Map.of("sendNewsletter", true, "sendSms", true));
        }

        @Test
        void waitsWithoutUsingUpAttemptsWhileAParticipantIsLeftAlone() {
            var journey = new Journey();
            journey.leftAloneUntil = java.util.Optional.of(journey.now.plusSeconds(60));
            journey.turn(turn ->
                    turn.start("repair-order", 1, List.of(step("reserve", 1).made()), Map.of()));
            assertThat(requested(journey)).isEmpty();

            journey.passTime();

            assertThat(journey.all(StepRequested.class))
                    .singleElement()
                    .satisfies(request -> assertThat(request.attempt()).isEqualTo(1));
        }
    }

    @Nested
    class AFailure {

        @Test
        void forNowIsTriedAgainLaterAndLaterUntilAttemptsAreUsedUp() {
            var journey = along(step("reserve", 1));

            journey.answer("reserve", FAILED_FOR_NOW);
            journey.passTime();
            journey.answer("reserve", FAILED_FOR_NOW);
            journey.passTime();
            assertThat(journey.answer("reserve", FAILED_FOR_NOW)).hasAtLeastOneElementOfType(StepFailed.class);

            assertThat(journey.all(StepRequested.class))
                    .extracting(StepRequested::attempt)
                    .containsExactly(1, 2, 3);
            assertThat(waits(journey)).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }

        @Test
        void byRuleIsNotTriedAgain() {
            var journey = along(step("reserve", 1));

            assertThat(journey.answer("reserve", REFUSED))
                    .hasAtLeastOneElementOfType(StepFailed.class)
                    .last()
                    .isInstanceOf(RoutingSlipCompensated.class);
            assertThat(requested(journey)).containsExactly("reserve");
        }

        @Test
        void isNoneWhenTheParticipantAsksForADelay() {
            var journey = along(step("reserve", 1).attempts(1));

            for (int time = 0; time < 5; time++) {
                journey.answer("reserve", DELAYED);
                journey.passTime();
            }

            assertThat(journey.answer("reserve", COMPLETED)).last().isInstanceOf(RoutingSlipCompleted.class);
        }

        @Test
        void comesMoreAndMoreSeldomWhileTheParticipantAsksForADelay() {
            var journey = along(step("reserve", 1).attempts(1));

            var waits = new ArrayList<Duration>();
            for (int time = 0; time < 9; time++) {
                journey.answer("reserve", DELAYED);
                var asked = journey.now;
                journey.passTime();
                waits.add(Duration.between(asked, journey.now));
            }

            assertThat(waits)
                    .extracting(Duration::toSeconds)
                    .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 100L, 100L);
        }

        @Test
        void pastThePivotWaitsForAPerson() {
            var journey = along(step("confirm", 1).pivotal(), step("capture", 2));
            journey.answer("confirm", COMPLETED);

            assertThat(journey.answer("capture", REFUSED)).last().isInstanceOf(IncidentOpened.class);

            journey.wish(wishes -> wishes.retry("capture", "The card works again"));
            assertThat(journey.answer("capture", COMPLETED)).last().isInstanceOf(RoutingSlipCompleted.class);
            assertThat(journey.slip.incidents()).isEmpty();
        }

        @Test
        void besideThePivotWaitsUntilThatIsAnswered() {
            var done = along(step("order", 1), step("confirm", 2).pivotal(), step("stamp", 2));
            done.answer("order", COMPLETED);
            done.answer("stamp", REFUSED);
            assertThat(done.all(CompensationStarted.class)).isEmpty();

            assertThat(done.answer("confirm", COMPLETED)).last().isInstanceOf(IncidentOpened.class);

            var refused = along(step("order", 1), step("confirm", 2).pivotal(), step("stamp", 2));
            refused.answer("order", COMPLETED);
            refused.answer("stamp", REFUSED);
            refused.answer("confirm", REFUSED);
            assertThat(undoRequested(refused)).containsExactly("order");
        }
    }

    @Nested
    class NoAnswer {

        @Test
        void makesTheOutcomeUnknownAndIsAskedAbout() {
            var journey = along(step("pay", 1));

            assertThat(journey.passTime())
                    .hasAtLeastOneElementOfType(StepTimedOut.class)
                    .hasAtLeastOneElementOfType(StepOutcomeAsked.class);
            assertThat(journey.state("pay")).isEqualTo(StepState.OUTCOME_UNKNOWN);
        }

        @Test
        void doesNotMatterWhenItWasDone() {
            var journey = along(step("pay", 1));
            journey.passTime();

            journey.answer("pay", COMPLETED, Map.of("paymentId", "p-1"));

            assertThat(journey.all(StepCompleted.class))
                    .singleElement()
                    .satisfies(done -> assertThat(done.data()).containsEntry("paymentId", "p-1"));
            assertThat(requested(journey)).containsExactly("pay");
        }

        @Test
        void isFollowedByAnotherAttemptWhenNothingWasDone() {
            var journey = along(step("pay", 1));
            journey.passTime();

            journey.answer("pay", NOT_DONE);
            journey.passTime();

            assertThat(journey.all(StepRequested.class))
                    .extracting(StepRequested::attempt)
                    .containsExactly(1, 2);
        }

        @Test
        void ofALateKindChangesNothingAndIsOnRecord() {
            var journey = along(step("pay", 1));
            var key = journey.slip.step("pay").open();
            journey.passTime();

            assertThat(journey.answerTo(key, COMPLETED, Map.of()))
                    .singleElement()
                    .isInstanceOf(AnswerIgnored.class);
            assertThat(journey.answerTo(key, COMPLETED, Map.of())).isEmpty();
            assertThat(journey.state("pay")).isEqualTo(StepState.OUTCOME_UNKNOWN);
        }

        @Test
        void atAllUsesTheAttemptsUpAndIsUndone() {
            var journey = along(step("pay", 1));
            while (journey.all(StepFailed.class).isEmpty()) {
                journey.passTime();
            }

            assertThat(requested(journey)).containsExactly("pay");
            assertThat(journey.all(StepOutcomeAsked.class)).hasSize(2);
            assertThat(journey.all(StepUndoRequested.class)).hasSize(1);
        }

        @Test
        void thatComesTwiceIsTakenOnce() {
            var journey = along(step("order", 1), step("pay", 2));
            var key = journey.slip.step("order").open();
            journey.answerTo(key, COMPLETED, Map.of());

            assertThat(journey.answerTo(key, COMPLETED, Map.of())).isEmpty();
        }
    }

    @Nested
    class BeingUndone {

        @Test
        void goesBackwardsStageByStage() {
            var journey = along(step("order", 1), step("reserve", 2), step("deliver", 2), step("pay", 3));
            journey.answer("order", COMPLETED);
            journey.answer("reserve", COMPLETED, Map.of("reservationId", "r-1"));
            journey.answer("deliver", COMPLETED);
            journey.answer("pay", REFUSED);
            assertThat(undoRequested(journey)).containsExactly("reserve", "deliver");

            journey.answer("deliver", COMPLETED);
            assertThat(undoRequested(journey)).containsExactly("reserve", "deliver");
            journey.answer("reserve", COMPLETED);
            assertThat(undoRequested(journey)).containsExactly("reserve", "deliver", "order");

            assertThat(journey.answer("order", COMPLETED)).last().isInstanceOf(RoutingSlipCompensated.class);
            assertThat(journey.all(StepUndoRequested.class).get(0).data()).containsEntry("reservationId", "r-1");
        }

        @Test
        void includesWhatIsUnderWay() {
            var journey = along(step("reserve", 1), step("deliver", 1));

            journey.answer("reserve", REFUSED);

            assertThat(undoRequested(journey)).containsExactly("deliver");
        }

        @Test
        void leavesOutWhatCannotBeUndoneOrWasNotNeeded() {
            var journey = along(
                    step("validate", 1).notUndoable(),
                    step("extra", 2).when("extra"),
                    step("order", 3),
                    step("pay", 4));
            journey.answer("validate", COMPLETED);
            journey.answer("order", COMPLETED);
            journey.answer("pay", REFUSED);

            assertThat(journey.all(CompensationStarted.class))
                    .singleElement()
                    .satisfies(started -> assertThat(started.steps()).containsExactly("order"));
        }

        @Test
        void isTriedTenTimesAndThenWaitsForAPersonWhileTheRestGoesOn() {
            var journey = failedAt("pay");
            for (int time = 1; time < 10; time++) {
                journey.answer("reserve", FAILED_FOR_NOW);
                journey.passTime();
            }
            journey.answer("reserve", FAILED_FOR_NOW);
            assertThat(undoRequested(journey)).endsWith("order");

            assertThat(journey.answer("order", COMPLETED)).last().isInstanceOf(CompensationFailed.class);
            assertThat(journey.slip.incidents()).containsValue("reserve");
        }

        @Test
        void countsATimeoutAsAnAttempt() {
            var journey = failedAt("pay");

            assertThat(journey.passTime()).hasAtLeastOneElementOfType(StepTimedOut.class);
            journey.passTime();

            assertThat(journey.all(StepUndoRequested.class))
                    .extracting(StepUndoRequested::attempt)
                    .containsExactly(1, 2);
        }

        @Test
        void canBeRepairedByTryingAgain() {
            var journey = stranded();

            journey.wish(wishes -> wishes.retry("reserve", "The shelf was counted"));

            assertThat(journey.answer("reserve", COMPLETED)).last().isInstanceOf(RoutingSlipCompensated.class);
        }

        @Test
        void canBeRepairedByHand() {
            assertThat(stranded().wish(wishes -> wishes.skip("reserve", "The part is lost")))
                    .last()
                    .isInstanceOf(RoutingSlipCompensated.class);
            assertThat(stranded().wish(wishes -> wishes.complete("reserve", Map.of(), "Done at the counter")))
                    .last()
                    .isInstanceOf(RoutingSlipCompensated.class);
            assertThat(stranded().wish(wishes -> wishes.resolve("All of it is settled")))
                    .last()
                    .isInstanceOf(RoutingSlipResolved.class);
        }

        @Test
        void saysWhenThereWasNothingToUndo() {
            var journey = failedAt("pay");

            journey.answer("reserve", COMPLETED, Map.of("found", false));

            assertThat(journey.all(StepUndone.class))
                    .singleElement()
                    .satisfies(undone -> assertThat(undone.found()).isFalse());
        }

        private Journey failedAt(String last) {
            var journey = along(step("order", 1), step("reserve", 2), step(last, 3));
            journey.answer("order", COMPLETED);
            journey.answer("reserve", COMPLETED);
            journey.answer(last, REFUSED);
            return journey;
        }

        private Journey stranded() {
            var journey = failedAt("pay");
            journey.answer("reserve", REFUSED);
            journey.answer("order", COMPLETED);
            return journey;
        }
    }

    @Nested
    class ASignal {

        @Test
        void completesTheStepThatWaitsForIt() {
            var journey = along(step("deliver", 1).thenAwaiting("goods-received"), step("pay", 2));
            assertThat(journey.answer("deliver", COMPLETED, Map.of("deliveryId", "d-1")))
                    .hasAtLeastOneElementOfType(SignalAwaited.class);

            journey.signal("goods-received", Map.of("pieces", 4));

            assertThat(journey.all(StepCompleted.class))
                    .singleElement()
                    .satisfies(done -> assertThat(done.data()).isEqualTo(Map.of("deliveryId", "d-1", "pieces", 4)));
            assertThat(requested(journey)).containsExactly("deliver", "pay");
        }

        @Test
        void isKeptWhenItComesTooEarly() {
            var journey = along(step("deliver", 1).thenAwaiting("goods-received"), step("pay", 2));
            journey.signal("goods-received", Map.of());

            journey.answer("deliver", COMPLETED);

            assertThat(requested(journey)).containsExactly("deliver", "pay");
            assertThat(journey.slip.timers().values()).extracting(Timer::step).containsExactly("pay");
        }

        @Test
        void isRefusedWhenItComesTooLate() {
            var journey = along(step("deliver", 1).thenAwaiting("goods-received"), step("pay", 2));
            journey.answer("deliver", COMPLETED);
            journey.signal("goods-received", Map.of());

            assertThatExceptionOfType(RuleViolatedException.class)
                    .isThrownBy(() -> journey.signal("goods-received", Map.of()))
                    .matches(refusal -> refusal.rule().equals("signal-in-time"));
        }

        @Test
        void ofAnotherKindIsUnknown() {
            var journey = along(step("deliver", 1).thenAwaiting("goods-received"));

            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> journey.signal("sold", Map.of()));
        }

        @Test
        void thatDoesNotComeUndoesWhatWasDone() {
            var journey = along(step("deliver", 1).thenAwaiting("goods-received"));
            journey.answer("deliver", COMPLETED);

            journey.passTime();

            assertThat(undoRequested(journey)).containsExactly("deliver");
        }

        @Test
        void isForTheStepThatItNames() {
            var journey = twoDeliveries();

            journey.signal("goods-received", Map.of("deliveryId", "d-2"));

            assertThat(journey.state("deliver-1")).isEqualTo(StepState.WAITING_SIGNAL);
            assertThat(journey.state("deliver-2")).isEqualTo(StepState.COMPLETED);
            assertThat(requested(journey)).doesNotContain("pay");
        }

        @Test
        void ofTheSameThingAgainIsForNobodyElse() {
            var journey = twoDeliveries();
            journey.signal("goods-received", Map.of("deliveryId", "d-2"));

            assertThat(journey.signal("goods-received", Map.of("deliveryId", "d-2")))
                    .isEmpty();

            assertThat(journey.state("deliver-1")).isEqualTo(StepState.WAITING_SIGNAL);
        }

        @Test
        void doesNotReplaceThatOfSomethingElseWhileTheSlipIsPaused() {
            var journey = twoDeliveries();
            journey.wish(wishes -> wishes.pause("Stocktaking"));
            journey.signal("goods-received", Map.of("deliveryId", "d-2"));
            journey.signal("goods-received", Map.of("deliveryId", "d-1"));

            journey.wish(wishes -> wishes.resume("Done"));

            assertThat(requested(journey)).endsWith("pay");
            assertThat(journey.slip.signals()).isEmpty();
        }

        @Test
        void thatNamesNobodyIsForWhoeverWaits() {
            var journey = twoDeliveries();

            journey.signal("goods-received", Map.of());

            assertThat(journey.slip.in(StepState.WAITING_SIGNAL)).hasSize(1);
        }

        @Test
        void thatWillNotComeUndoesWhatWasDone() {
            var journey = twoDeliveries();

            journey.deny("goods-received", Map.of("deliveryId", "d-2"), "The delivery was cancelled: sold out");

            assertThat(journey.all(StepFailed.class))
                    .extracting(StepFailed::step, StepFailed::message)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("deliver-2", "The delivery was cancelled: sold out"));
            assertThat(undoRequested(journey)).containsExactlyInAnyOrder("deliver-1", "deliver-2");
        }

        @Test
        void thatWillNotComePastThePivotWaitsForAPerson() {
            var journey = along(
                    step("confirm", 1).pivotal(), step("wait", 2).thenAwaiting("job-finished"), step("capture", 3));
            journey.answer("confirm", COMPLETED);
            journey.answer("wait", COMPLETED, Map.of("jobId", "j-1"));

            assertThat(journey.deny("job-finished", Map.of("jobId", "j-1"), "The job was cancelled: ill"))
                    .last()
                    .isEqualTo(new IncidentOpened(
                            Journey.TRACKING_NUMBER,
                            "step-failed:wait",
                            "wait",
                            "step-failed",
                            "The job was cancelled: ill"));
            assertThat(requested(journey)).doesNotContain("capture");
            assertThat(journey.slip.timers()).isEmpty();
        }

        @Test
        void thatWillNotComeMayBeAwaitedOfSomethingElse() {
            var journey = along(
                    step("confirm", 1).pivotal(), step("wait", 2).thenAwaiting("job-finished"), step("capture", 3));
            journey.answer("confirm", COMPLETED);
            journey.answer("wait", COMPLETED, Map.of("jobId", "j-1"));
            journey.deny("job-finished", Map.of("jobId", "j-1"), "The job was cancelled: ill");

            journey.wish(wishes -> wishes.revise(
                    List.of(
                            step("plan-again", 3).made(),
                            step("wait-again", 4).thenAwaiting("job-finished").made(),
                            step("capture", 5).made()),
                    "Another day"));
            journey.wish(wishes -> wishes.skip("wait", "Another day"));
            journey.answer("plan-again", COMPLETED, Map.of("jobId", "j-2"));
            journey.answer("wait-again", COMPLETED, Map.of("jobId", "j-2"));
            assertThat(journey.signal("job-finished", Map.of("jobId", "j-1"))).isEmpty();
            journey.signal("job-finished", Map.of("jobId", "j-2"));

            assertThat(requested(journey)).containsExactly("confirm", "wait", "plan-again", "wait-again", "capture");
            assertThat(journey.slip.incidents()).isEmpty();
        }

        @Test
        void thatWillNotComeDoesNotMatterToWhoeverWaitsForSomethingElse() {
            var journey = twoDeliveries();

            assertThat(journey.deny("goods-received", Map.of("deliveryId", "d-3"), "The delivery was cancelled"))
                    .isEmpty();
        }

        @Test
        void thatWillNotComeIsRefusedWhenItCame() {
            var journey = along(step("deliver", 1).thenAwaiting("goods-received"), step("pay", 2));
            journey.answer("deliver", COMPLETED, Map.of("deliveryId", "d-1"));
            journey.signal("goods-received", Map.of("deliveryId", "d-1"));

            assertThatExceptionOfType(RuleViolatedException.class)
                    .isThrownBy(() -> journey.deny("goods-received", Map.of("deliveryId", "d-1"), "Cancelled"))
                    .matches(refusal -> refusal.rule().equals("signal-in-time"));
        }

        private static Journey twoDeliveries() {
            var journey = along(
                    step("deliver-1", 1).thenAwaiting("goods-received"),
                    step("deliver-2", 1).thenAwaiting("goods-received"),
                    step("pay", 2));
            journey.answer("deliver-1", COMPLETED, Map.of("deliveryId", "d-1", "expectedOn", "2026-11-30"));
            journey.answer("deliver-2", COMPLETED, Map.of("deliveryId", "d-2", "expectedOn", "2026-11-30"));
            return journey;
        }

        @Test
        void needNotComeAfterAStepThatMayFail() {
            var journey = along(step("invite", 1).thenAwaiting("slot-chosen").whateverBecomesOfIt(), step("remind", 2));
            journey.answer("invite", COMPLETED, Map.of("mailId", "m-1"));

            journey.passTime();

            assertThat(journey.all(StepCompleted.class))
                    .singleElement()
                    .satisfies(done -> assertThat(done.data()).isEqualTo(Map.of("mailId", "m-1")));
            assertThat(journey.all(StepFailed.class)).isEmpty();
            assertThat(requested(journey)).containsExactly("invite", "remind");
        }

        @Test
        void hasToComeForAStepThatWasRefused() {
            var journey = along(step("plan", 1).orElse("slot-chosen").whateverBecomesOfIt(), step("confirm", 2));
            journey.answer("plan", REFUSED);

            journey.passTime();

            assertThat(journey.all(StepFailed.class)).hasSize(1);
            assertThat(requested(journey)).containsExactly("plan", "confirm");
        }

        @Test
        void makesAnotherChoiceOfWhatWasRefused() {
            var journey = along(
                    Map.of("start", "09:00"),
                    step("plan", 1).with(Map.of("start", "${start}")).orElse("slot-chosen"));
            journey.answer("plan", REFUSED, Map.of("offers", List.of("10:00", "13:00")));

            journey.signal("slot-chosen", Map.of("start", "13:00"));

            assertThat(journey.all(StepRequested.class).get(1).arguments()).containsEntry("start", "13:00");
            assertThat(journey.answer("plan", COMPLETED)).last().isInstanceOf(RoutingSlipCompleted.class);
        }
    }

    @Nested
    class BeingCalledOff {

        @Test
        void undoesWhatWasDoneAndIsASuccess() {
            var journey = along(step("invite", 1), step("plan", 2).thenAwaiting("recorded"));
            journey.answer("invite", COMPLETED);
            journey.answer("plan", COMPLETED);

            assertThat(callOff(journey)).first().isInstanceOf(RoutingSlipCalledOff.class);
            assertThat(undoRequested(journey)).containsExactly("plan");
            journey.answer("plan", COMPLETED);

            assertThat(journey.answer("invite", COMPLETED))
                    .last()
                    .isEqualTo(new RoutingSlipTerminated(Journey.TRACKING_NUMBER, "Sold"));
        }

        @Test
        void leavesEverythingAsItIsPastThePivot() {
            var journey = along(step("record", 1).pivotal(), step("repair", 2));
            journey.answer("record", COMPLETED);
            journey.answer("repair", REFUSED);

            assertThat(callOff(journey)).last().isInstanceOf(RoutingSlipTerminated.class);
            assertThat(undoRequested(journey)).isEmpty();
            assertThat(journey.slip.incidents()).isEmpty();
            assertThat(journey.slip.timers()).isEmpty();
        }

        @Test
        void happensOnceAndAlsoToWhatIsPaused() {
            var journey = along(step("invite", 1));
            journey.wish(wishes -> wishes.pause("Stocktaking"));

            callOff(journey);

            assertThat(undoRequested(journey)).containsExactly("invite");
            assertThat(callOff(journey)).isEmpty();
            journey.answer("invite", COMPLETED);
            assertThat(callOff(journey)).isEmpty();
        }

        @Test
        void comesTooLateForWhatIsBeingUndoneOrHasEnded() {
            var cancelled = along(step("invite", 1));
            cancelled.wish(wishes -> wishes.cancel("Enough"));
            var done = along(step("invite", 1));
            done.answer("invite", COMPLETED);

            for (var journey : List.of(cancelled, done)) {
                assertThatExceptionOfType(RuleViolatedException.class)
                        .isThrownBy(() -> callOff(journey))
                        .matches(refusal -> refusal.rule().equals("slip-running"));
            }
        }

        @Test
        void stillWaitsForAPersonWhenAnUndoFails() {
            var journey = along(step("plan", 1).thenAwaiting("recorded"));
            journey.answer("plan", COMPLETED);
            callOff(journey);
            assertThat(journey.answer("plan", REFUSED)).last().isInstanceOf(CompensationFailed.class);

            assertThat(journey.wish(wishes -> wishes.skip("plan", "It took place")))
                    .last()
                    .isInstanceOf(RoutingSlipTerminated.class);
        }

        private List<Object> callOff(Journey journey) {
            return journey.wish(wishes -> wishes.callOff("Sold"));
        }
    }

    @Nested
    class AnOperator {

        @Test
        void pausesAndResumes() {
            var journey = along(step("order", 1), step("pay", 2));
            journey.wish(wishes -> wishes.pause("Stocktaking"));
            journey.answer("order", COMPLETED);
            assertThat(requested(journey)).containsExactly("order");

            journey.wish(wishes -> wishes.resume("Done"));

            assertThat(requested(journey)).containsExactly("order", "pay");
        }

        @Test
        void cancels() {
            var journey = along(step("order", 1), step("pay", 2));
            journey.answer("order", COMPLETED);
            journey.wish(wishes -> wishes.cancel("The customer changed their mind"));
            assertThat(undoRequested(journey)).containsExactly("pay");

            journey.answer("pay", COMPLETED, Map.of("found", false));

            assertThat(journey.answer("order", COMPLETED)).last().isInstanceOf(RoutingSlipCancelled.class);
            assertThat(journey.wish(wishes -> wishes.cancel("Again"))).isEmpty();
        }

        @Test
        void cancelsAlsoWhatIsPaused() {
            var journey = along(step("order", 1));
            journey.wish(wishes -> wishes.pause("Stocktaking"));

            journey.wish(wishes -> wishes.cancel("The customer changed their mind"));

            assertThat(undoRequested(journey)).containsExactly("order");
        }

        @Test
        void cannotCancelPastThePivot() {
            var journey = along(step("confirm", 1).pivotal(), step("capture", 2));
            journey.answer("confirm", COMPLETED);

            assertThatExceptionOfType(RuleViolatedException.class)
                    .isThrownBy(() -> journey.wish(wishes -> wishes.cancel("Too late")))
                    .matches(refusal -> refusal.rule().equals("before-pivot"));
        }

        @Test
        void cannotCancelWhileThePivotMayBeDone() {
            var journey = along(step("confirm", 1).pivotal(), step("capture", 2));
            assertThatExceptionOfType(RuleViolatedException.class)
                    .isThrownBy(() -> journey.wish(wishes -> wishes.cancel("Too late")))
                    .matches(refusal -> refusal.rule().equals("before-pivot"));

            journey.answer("confirm", FAILED_FOR_NOW);

            assertThat(journey.wish(wishes -> wishes.cancel("In time")))
                    .last()
                    .isInstanceOf(RoutingSlipCancelled.class);
        }

        @Test
        void canDoNothingToWhatHasEnded() {
            var journey = along(step("order", 1));
            journey.answer("order", COMPLETED);

            for (var wish : List.<java.util.function.Consumer<Wishes>>of(
                    wishes -> wishes.pause(""),
                    wishes -> wishes.cancel(""),
                    wishes -> wishes.resolve(""),
                    wishes -> wishes.revise(List.of(), ""))) {
                assertThatExceptionOfType(RuleViolatedException.class)
                        .isThrownBy(() -> journey.wish(wish))
                        .matches(refusal -> refusal.rule().equals("slip-running"));
            }
        }

        @Test
        void needsAReasonToSeeToAStep() {
            var journey = along(step("order", 1));

            for (var wish : List.<java.util.function.Consumer<Wishes>>of(
                    wishes -> wishes.retry("order", ""),
                    wishes -> wishes.skip("order", ""),
                    wishes -> wishes.complete("order", Map.of(), ""))) {
                assertThatExceptionOfType(RuleViolatedException.class)
                        .isThrownBy(() -> journey.wish(wish))
                        .matches(refusal -> refusal.rule().equals("step-failed"));
            }
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> journey.wish(wishes -> wishes.retry("none", "")));
        }

        @Test
        void doesNotWaitForTheNextTry() {
            var journey = along(step("order", 1));
            journey.answer("order", FAILED_FOR_NOW);

            journey.wish(wishes -> wishes.retry("order", "It works again"));

            assertThat(requested(journey)).containsExactly("order", "order");
        }

        @Test
        void putsOtherStepsInThePlaceOfThoseThatHaveNotBegun() {
            var journey = along(step("order", 1), step("pay", 2));

            journey.wish(wishes -> wishes.revise(List.of(step("invoice", 2).made()), "On account"));
            journey.answer("order", COMPLETED);

            assertThat(requested(journey)).containsExactly("order", "invoice");
        }

        @Test
        void cannotUseTheNameOfAStepThatHasBegun() {
            var journey = along(step("order", 1), step("pay", 2));

            assertThatExceptionOfType(RuleViolatedException.class)
                    .isThrownBy(() -> journey.wish(
                            wishes -> wishes.revise(List.of(step("order", 2).made()), "Again")))
                    .matches(refusal -> refusal.rule().equals("step-name-free"));
        }
    }

    private static List<String> requested(Journey journey) {
        return journey.all(StepRequested.class).stream()
                .map(StepRequested::step)
                .toList();
    }

    private static List<String> undoRequested(Journey journey) {
        return journey.all(StepUndoRequested.class).stream()
                .map(StepUndoRequested::step)
                .toList();
    }

    /** The clock stands at each failure when the next try is set. */
    private static List<Duration> waits(Journey journey) {
        var retries = journey.all(StepRetryScheduled.class);
        return List.of(
                Duration.between(
                        java.time.Instant.parse("2026-11-23T08:00:00Z"),
                        retries.get(0).at()),
                Duration.between(retries.get(0).at(), retries.get(1).at()));
    }
}
