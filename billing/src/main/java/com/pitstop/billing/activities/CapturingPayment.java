package com.pitstop.billing.activities;

import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.payment.CapturePayment;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;

/**
 * {@code capture-payment}: takes all that is set aside for {@code paymentId}, and answers when the provider has done so. It
 * is not undone: to give money back is work of its own.
 */
@Component
class CapturingPayment implements Activity {

    private final StepCommands commands;
    private final PaymentAnswers answers;

    CapturingPayment(StepCommands commands, PaymentAnswers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @Override
    public String name() {
        return "capture-payment";
    }

    @Override
    public Reply perform(Step step) {
        commands.perform(step, new CapturePayment(payment(step), null));
        return answers.toRequest(step, payment(step), Deed.CAPTURE);
    }

    @Override
    public Reply undo(Step step) {
        return commands.isDoneElseGiveUp(step)
                ? Reply.refused("payment-not-captured", "What is captured can only be refunded")
                : Reply.undone(false);
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? answers.toQuestion(step, payment(step), Deed.CAPTURE) : Reply.notDone();
    }

    private static PaymentId payment(Step step) {
        return new PaymentId(step.uuid("paymentId"));
    }
}
