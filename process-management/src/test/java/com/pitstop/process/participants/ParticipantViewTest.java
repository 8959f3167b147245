package com.pitstop.process.participants;

import java.time.Instant;

import org.junit.jupiter.api.Test;

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
        billing.succeed();
        fail(4);

        assertThat(stateAt(NINE)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void isTrustedAgainAfterTwoSuccesses() {
        fail(5);
        billing.succeed();
        assertThat(stateAt(NINE.plusSeconds(61))).isEqualTo(BreakerState.HALF_OPEN);

        billing.succeed();

        assertThat(stateAt(NINE.plusSeconds(61))).isEqualTo(BreakerState.CLOSED);
        fail(4);
        assertThat(stateAt(NINE)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void isLeftAloneAgainAfterOneFailureOnProbation() {
        fail(5);
        billing.succeed();

        billing.fail(NINE.plusSeconds(70));

        assertThat(billing.leftAloneUntil()).contains(NINE.plusSeconds(130));
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            billing.fail(NINE);
        }
    }

    private BreakerState stateAt(Instant now) {
        return billing.asParticipant(now).breaker();
    }
}
