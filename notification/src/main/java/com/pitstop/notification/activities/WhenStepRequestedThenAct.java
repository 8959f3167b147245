package com.pitstop.notification.activities;

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
 * What a routing slip asks of notification is done, and answered. In one order with what leads to mails, so that a welcome is
 * written when a slip asks for it.
 */
@Component("notificationActivities")
@ProcessingGroup("notification")
@InOrder
@DisallowReplay
class WhenStepRequestedThenAct {

    private final ServiceDesk desk;

    WhenStepRequestedThenAct(
            StepAnswers answers, SettingPreferences setting, Welcoming welcoming, SendingNotice sending) {
        desk = new ServiceDesk("notification", answers, List.of(setting, welcoming, sending));
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
