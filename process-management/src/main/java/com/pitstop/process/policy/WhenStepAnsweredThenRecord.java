package com.pitstop.process.policy;

import java.time.Duration;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.process.domain.Answer;
import com.pitstop.process.domain.RecordAnswer;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.StepAnswered;

/** What a participant answered goes to the slip that asked. A slip takes an answer once, however often it is told. */
@Component
@ProcessingGroup("process-answers")
@DisallowReplay
class WhenStepAnsweredThenRecord {

    private static final int LENGTH_OF_TRACKING_NUMBER = 36;

    private final Reactions reactions;

    WhenStepAnsweredThenRecord(Reactions reactions) {
        this.reactions = reactions;
    }

    @EventHandler
    void on(StepAnswered event) {
        var trackingNumber = UUID.fromString(event.stepKey().substring(0, LENGTH_OF_TRACKING_NUMBER));
        reactions.send(new RecordAnswer(
                new RoutingSlipId(trackingNumber),
                new Answer(
                        event.stepKey(),
                        Outcome.valueOf(event.outcome()),
                        event.data(),
                        event.variables(),
                        event.rule(),
                        event.message(),
                        Duration.ofMillis(event.waitMillis()),
                        event.rest())));
    }
}
