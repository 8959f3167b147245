package com.pitstop.process.participants;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.pitstop.process.domain.Participants;

import static org.assertj.core.api.Assertions.assertThat;

/** When a participant is left alone, and when it is trusted again. */
class ParticipantViewTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    private final ParticipantView billing = new ParticipantView("billing");

    @Test
    void isLeftAloneForAMinuteAfterFiveFailuresInARow() {
        fail(4);
        assertThat(billing.leftAloneUntil()).isEmpty();

        fail(1);

        assertThat(billing.leftAloneUntil()).contains(NINE.plusSeconds(60));
        assertThat(stateAt(NINE.plusSeconds(59))).isEqualTo(BreakerState.OPEN);
        assertThat(stateAt(NINE.plusSeconds(60))).isEqualTo(BreakerState.HALF_OPEN);
    }

    @Test
    void isForgivenFailuresByASuccessInBetween() {
        fail(4);
        billing.succeed(NINE.plusSeconds(61));
        fail(4);

        assertThat(stateAt(NINE)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void isTrustedAgainAfterTwoSuccesses() {
        fail(5);
        billing.succeed(NINE.plusSeconds(61));
        assertThat(stateAt(NINE.plusSeconds(61))).isEqualTo(BreakerState.HALF_OPEN);

        billing.succeed(NINE.plusSeconds(61));

        assertThat(stateAt(NINE.plusSeconds(61))).isEqualTo(BreakerState.CLOSED);
        fail(4);
        assertThat(stateAt(NINE)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void isLeftAloneAgainAfterOneFailureOnProbation() {
        fail(5);
        billing.succeed(NINE.plusSeconds(61));

        billing.fail(NINE.plusSeconds(70));

        assertThat(billing.leftAloneUntil()).contains(NINE.plusSeconds(130));
    }

    @Test
    void saysSinceWhenItIsAsItIs() {
        assertThat(since(NINE)).isNull();

        fail(5);
        assertThat(since(NINE.plusSeconds(30))).isEqualTo(NINE);
        billing.fail(NINE.plusSeconds(30));
        assertThat(since(NINE.plusSeconds(31))).isEqualTo(NINE);
        assertThat(since(NINE.plusSeconds(91))).isEqualTo(NINE.plusSeconds(90));

        billing.fail(NINE.plusSeconds(95));
        assertThat(since(NINE.plusSeconds(96))).isEqualTo(NINE.plusSeconds(95));

        billing.succeed(NINE.plusSeconds(200));
        billing.succeed(NINE.plusSeconds(201));
        assertThat(since(NINE.plusSeconds(300))).isEqualTo(NINE.plusSeconds(201));
    }

    @Test
    void isLeftAloneWhileItIsPausedWhateverItAnswers() {
        billing.pause("The provider moves", NINE);
        billing.succeed(NINE.plusSeconds(1));

        assertThat(billing.leftAloneUntil()).contains(Participants.UNTIL_RESUMED);
        assertThat(billing.asParticipant(NINE, 3))
                .isEqualTo(new Participant(
                        "billing",
                        BreakerState.CLOSED,
                        null,
                        0,
                        3,
                        null,
                        new Participant.Pause(NINE, "The provider moves")));

        billing.resume();

        assertThat(billing.leftAloneUntil()).isEmpty();
        assertThat(billing.asParticipant(NINE, 0).pause()).isNull();
    }

    private Instant since(Instant now) {
        return billing.asParticipant(now, 0).since();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            billing.fail(NINE);
        }
    }

    private BreakerState stateAt(Instant now) {
        return billing.asParticipant(now, 0).breaker();
    }
}
