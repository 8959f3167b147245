package com.pitstop.process.activities;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.ServiceDesk;
import com.pitstop.chassis.steps.StepAnswers;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepUndoRequested;

/** What a routing slip asks of process management is done, and answered. */
@Component("processActivities")
@ProcessingGroup("process-activities")
@DisallowReplay
class WhenStepRequestedThenAct {

    private final ServiceDesk desk;

    WhenStepRequestedThenAct(
            StepAnswers answers,
            ValidatingIntake validating,
            PlacingOrder placing,
            ConfirmingOrder confirming,
            Waiting waiting) {
        desk = new ServiceDesk("process", answers, List.of(validating, placing, confirming, waiting));
    }

    @EventHandler
    void on(StepRequested event) {
        desk.take(event);
    }

    @EventHandler
    void on(StepUndoRequested event) {
        desk.take(event);
    }

    @EventHandler
    void on(StepOutcomeAsked event) {
        desk.take(event);
    }
}
