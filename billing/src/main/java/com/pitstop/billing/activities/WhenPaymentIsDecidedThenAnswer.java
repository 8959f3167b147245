package com.pitstop.billing.activities;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.InOrder;
import com.pitstop.shared.billing.PaymentAuthorized;
import com.pitstop.shared.billing.PaymentCaptured;
import com.pitstop.shared.billing.PaymentDeclined;
import com.pitstop.shared.billing.PaymentStepRefused;
import com.pitstop.shared.billing.PaymentVoidRequested;

/** What became of a payment is answered to the slips that wait for it. */
@Component
@ProcessingGroup("billing-activities")
@InOrder(awaited = true)
@DisallowReplay
class WhenPaymentIsDecidedThenAnswer {

    private final PaymentAnswers answers;

    WhenPaymentIsDecidedThenAnswer(PaymentAnswers answers) {
        this.answers = answers;
    }

    @EventHandler
    void on(PaymentAuthorized event) {
        answers.tell(event.paymentId(), event);
    }

    @EventHandler
    void on(PaymentDeclined event) {
        answers.tell(event.paymentId(), event);
    }

    @EventHandler
    void on(PaymentVoidRequested event) {
        answers.tell(event.paymentId(), event);
    }

    @EventHandler
    void on(PaymentCaptured event) {
        answers.tell(event.paymentId(), event);
    }

    @EventHandler
    void on(PaymentStepRefused event) {
        answers.tell(event.paymentId(), event);
    }
}
