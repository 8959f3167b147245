package com.pitstop.process.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.process.slips.Incident;
import com.pitstop.process.slips.Signal;
import com.pitstop.process.slips.Slip;
import com.pitstop.process.slips.SlipState;
import com.pitstop.process.slips.Step;
import com.pitstop.process.slips.StepState;

import static com.pitstop.chassis.test.GarageClock.moment;
import static org.assertj.core.api.Assertions.assertThat;

/** A situation told in plain words. */
class ExplanationTest {

    private static final UUID SLIP = UUID.randomUUID();

    private final GarageClock clock = new GarageClock("2026-11-23T10:05");

    @Test
    void saysSinceWhenAParticipantHasNotAnswered() {
        assertThat(of(SlipState.WAITING_RETRY, "", step("open-account", StepState.WAITING_RETRY, true, "")))
                .isEqualTo(new Explanation(
                        Health.RECOVERING,
                        "Billing has not answered since 10:02; next try 10:07; 2 of 5 attempts used",
                        null));
    }

    @Test
    void saysWhatAParticipantAnswered() {
        assertThat(of(
                        SlipState.WAITING_RETRY,
                        "",
                        step("open-account", StepState.WAITING_RETRY, false, "Closed for lunch")))
                .isEqualTo(new Explanation(
                        Health.RECOVERING,
                        "Billing could not do open-account: Closed for lunch; next try 10:07; 2 of 5 attempts used",
                        null));
    }

    @Test
    void saysTheDayOfWhatIsNotToday() {
        clock.forward(Duration.ofDays(1));

        assertThat(of(SlipState.WAITING_RETRY, "", step("open-account", StepState.WAITING_RETRY, true, ""))
                        .text())
                .startsWith("Billing has not answered since 23 Nov 10:02; next try 23 Nov 10:07");
    }

    @Test
    void saysThatNobodyKnows() {
        assertThat(of(SlipState.RUNNING, "", step("open-account", StepState.OUTCOME_UNKNOWN, true, ""))
                        .text())
                .isEqualTo("Billing has not answered since 10:02, and is asked what became of open-account; "
                        + "2 of 5 attempts used");
    }

    @Test
    void saysThatAParticipantIsPaused() {
        var paused = step("open-account", StepState.WAITING_RETRY, "billing", null);

        assertThat(of(SlipState.WAITING_RETRY, "", paused))
                .isEqualTo(new Explanation(
                        Health.BLOCKED,
                        "Billing is paused, and is asked for open-account when it is resumed",
                        "Resume billing when it may be asked again"));
    }

    @Test
    void namesProcessManagementAsPeopleDo() {
        var placing = step("place-order", StepState.RUNNING, "process", null);

        assertThat(of(SlipState.RUNNING, "", placing).text())
                .isEqualTo("Process management is asked for place-order since 10:02");
    }

    @Test
    void saysWhatIsRunningAndThatItIsNotTheFirstAttempt() {
        assertThat(of(SlipState.RUNNING, "", step("open-account", StepState.RUNNING, false, "")))
                .isEqualTo(new Explanation(Health.RECOVERING, "Billing is asked for open-account since 10:02", null));
    }

    @Test
    void saysWhatIsWaitedFor() {
        var signal = new Signal("plan", "slot-chosen", moment("2026-11-25T09:00"), Map.of());
        var now = new Situation(
                slip(SlipState.WAITING_SIGNAL, ""), List.of(), List.of(), List.of(signal), List.of(), clock);

        assertThat(Explanation.of(now))
                .isEqualTo(new Explanation(Health.HEALTHY, "plan waits for slot-chosen until 25 Nov 09:00", null));
    }

    @Test
    void saysTheYearOfWhatIsNotInThisOne() {
        var signal = new Signal("wait-a-year", "invitation-due", moment("2027-11-23T10:05"), Map.of());
        var now = new Situation(
                slip(SlipState.WAITING_SIGNAL, ""), List.of(), List.of(), List.of(signal), List.of(), clock);

        assertThat(Explanation.of(now).text())
                .isEqualTo("wait-a-year waits for invitation-due until 23 Nov 2027 10:05");
    }

    @Test
    void saysFirstWhatAPersonHasToSeeTo() {
        var incident = new Incident(
                SLIP, "pay:1", "pay", "step-failed", "The till is locked", clock.instant(), null, null, null);
        var now = new Situation(slip(SlipState.RUNNING, ""), List.of(), List.of(), List.of(), List.of(incident), clock);

        assertThat(Explanation.of(now))
                .isEqualTo(new Explanation(
                        Health.BLOCKED, "pay cannot be done: The till is locked", "Retry, skip or complete pay"));
    }

    @Test
    void saysHowFarTheUndoingIs() {
        var explanation = of(
                SlipState.COMPENSATING,
                "declined",
                step("reserve", StepState.COMPENSATED, false, ""),
                step("deliver", StepState.COMPENSATING, false, ""));

        assertThat(explanation.text()).isEqualTo("What was done is undone: declined; 1 of 2 steps are undone");
        assertThat(explanation.health()).isEqualTo(Health.RECOVERING);
    }

    @Test
    void saysHowItEnded() {
        assertThat(of(SlipState.COMPLETED, "").text()).isEqualTo("Everything is done");
        assertThat(of(SlipState.TERMINATED, "sold").text()).isEqualTo("The rest was not needed: sold");
        assertThat(of(SlipState.COMPENSATED, "declined").text())
                .isEqualTo("It failed, and what was done is undone: declined");
        assertThat(of(SlipState.CANCELLED, "").text()).isEqualTo("Cancelled, and what was done is undone");
        assertThat(of(SlipState.RESOLVED_MANUALLY, "").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void countsWhatWasSavedSideBySide() {
        var steps = List.of(
                timed(1, "10:00:00", "10:00:04"),
                timed(2, "10:00:04", "10:00:10"),
                timed(2, "10:00:05", "10:00:09"),
                step("open-account", StepState.RUNNING, false, ""));

        assertThat(Durations.savedByParallel(steps)).isEqualTo(4_000);
    }

    private Explanation of(SlipState state, String reason, Step... steps) {
        return Explanation.of(
                new Situation(slip(state, reason), List.of(steps), List.of(), List.of(), List.of(), clock));
    }

    private Slip slip(SlipState state, String reason) {
        return new Slip(SLIP, "onboarding", 1, state, null, null, clock.instant(), null, Map.of(), reason, "");
    }

    private static Step step(String name, StepState state, boolean unanswered, String error) {
        var asked = moment("2026-11-23T10:02");
        return new Step(
                name,
                0,
                1,
                state,
                "billing",
                name,
                true,
                false,
                asked,
                asked,
                null,
                null,
                2,
                5,
                0,
                moment("2026-11-23T10:07"),
                error,
                unanswered,
                Map.of());
    }

    private static Step step(String name, StepState state, String participant, Instant nextTry) {
        var asked = moment("2026-11-23T10:02");
        return new Step(
                name,
                0,
                1,
                state,
                participant,
                name,
                true,
                false,
                asked,
                asked,
                null,
                null,
                1,
                5,
                0,
                nextTry,
                "",
                false,
                Map.of());
    }

    private static Step timed(int stage, String from, String to) {
        return new Step(
                "step",
                0,
                stage,
                StepState.COMPLETED,
                "billing",
                "pay",
                true,
                false,
                at(from),
                null,
                at(to),
                1L,
                1,
                5,
                0,
                null,
                "",
                false,
                Map.of());
    }

    private static Instant at(String time) {
        return moment("2026-11-23T" + time);
    }
}
