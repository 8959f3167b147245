package com.pitstop.billing.activities;

import java.math.BigDecimal;

import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.payment.CaptureForInvoice;
import com.pitstop.billing.domain.payment.CapturePayment;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.billing.domain.payment.VoidPayment;
import com.pitstop.billing.paying.Payable;
import com.pitstop.billing.paying.Payables;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;

/**
 * {@code capture-payment}: takes what is set aside for {@code paymentId}, and answers when the provider has done so. With a
 * {@code jobId} it takes what the invoice of that job comes to, at most, and pays the invoice with it; it is delayed until there
 * is that invoice, and lets go of everything when nothing is due. It is not undone: to give money back is work of its own.
 */
@Component
class CapturingPayment implements Activity {

    private final StepCommands commands;
    private final PaymentAnswers answers;
    private final Payables payables;

    CapturingPayment(StepCommands commands, PaymentAnswers answers, Payables payables) {
        this.commands = commands;
        this.answers = answers;
        this.payables = payables;
    }

    @Override
    public String name() {
        return "capture-payment";
    }

    @Override
    public Reply perform(Step step) {
        if (commands.isDone(step)) {
            return answered(step);
        }
        if (step.optionalText("jobId").isEmpty()) {
            return perform(step, new CapturePayment(payment(step), null));
        }
        return payables.ofJob(step.uuid("jobId"))
                .map(payable -> perform(step, paying(payable, step)))
                .orElseGet(() -> Reply.delayed("Job %s has no invoice yet".formatted(step.text("jobId"))));
    }

    private Reply perform(Step step, Object command) {
        commands.perform(step, command);
        return answered(step);
    }

    private static Object paying(Payable payable, Step step) {
        return payable.due().compareTo(BigDecimal.ZERO) > 0
                ? new CaptureForInvoice(payment(step), payable.invoice().number(), payable.due())
                : new VoidPayment(payment(step));
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

    private Reply answered(Step step) {
        return answers.toRequest(step, payment(step), Deed.CAPTURE);
    }

    private static PaymentId payment(Step step) {
        return new PaymentId(step.uuid("paymentId"));
    }
}
