package com.pitstop.billing.activities;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.InOrder;
import com.pitstop.chassis.steps.ServiceDesk;
import com.pitstop.chassis.steps.StepAnswers;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepUndoRequested;

/**
 * What a routing slip asks of billing is done, and answered: about payments when the provider has decided. In one order with
 * those decisions, so that none goes by before it is known who waits for it.
 */
@Component("billingActivities")
@ProcessingGroup("billing-activities")
@InOrder(awaited = true)
@DisallowReplay
class WhenStepRequestedThenAct {

    private final ServiceDesk desk;

    WhenStepRequestedThenAct(
            StepAnswers answers, OpeningAccount opening, AuthorisingPayment authorising, CapturingPayment capturing) {
        desk = new ServiceDesk("billing", answers, List.of(opening, authorising, capturing));
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
