package com.pitstop.process.domain.participant;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.process.ParticipantPaused;
import com.pitstop.shared.process.ParticipantResumed;

/** What operators may wish for a participant. */
class ParticipantTest {

    private static final ParticipantId BILLING = new ParticipantId("billing");
    private static final PauseParticipant PAUSE = new PauseParticipant(BILLING, "The provider moves");
    private static final ResumeParticipant RESUME = new ResumeParticipant(BILLING, "It has moved");
    private static final ParticipantPaused PAUSED = new ParticipantPaused("billing", "The provider moves");
    private static final ParticipantResumed RESUMED = new ParticipantResumed("billing", "It has moved");

    private final AggregateTestFixture<Participant> participant = new AggregateTestFixture<>(Participant.class);

    @Nested
    class PausingAParticipant {

        @Test
        void isDoneOnce() {
            participant.givenNoPriorActivity().when(PAUSE).expectEvents(PAUSED);
            participant.given(PAUSED).when(PAUSE).expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void isDoneAgainAfterItWasResumed() {
            participant.given(PAUSED, RESUMED).when(PAUSE).expectEvents(PAUSED);
        }
    }

    @Nested
    class ResumingAParticipant {

        @Test
        void isDoneOnce() {
            participant.given(PAUSED).when(RESUME).expectEvents(RESUMED);
            participant.given(PAUSED, RESUMED).when(RESUME).expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void changesNothingForOneThatNeverWasPaused() {
            participant.givenNoPriorActivity().when(RESUME).expectNoEvents().expectSuccessfulHandlerExecution();
        }
    }
}
