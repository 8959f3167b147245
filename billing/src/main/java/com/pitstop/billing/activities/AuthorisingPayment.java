package com.pitstop.billing.activities;

import java.util.Currency;

import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.payment.AuthorizePayment;
import com.pitstop.billing.domain.payment.Card;
import com.pitstop.billing.domain.payment.Money;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.billing.domain.payment.VoidPayment;
import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.shared.RuleViolatedException;

/**
 * {@code authorise-payment}: sets {@code amount} aside on a {@code card}, and answers with the {@code paymentId} when the
 * provider has done so, or the customer has confirmed it. To undo it is to ask for a void: the payment sees to the rest.
 */
@Component
class AuthorisingPayment implements Activity {

    private final StepCommands commands;
    private final PaymentAnswers answers;
    private final Newcomers newcomers;
    private final Currency currency;

    AuthorisingPayment(
            StepCommands commands,
            PaymentAnswers answers,
            Newcomers newcomers,
            @Value("${pitstop.garage.currency}") Currency currency) {
        this.commands = commands;
        this.answers = answers;
        this.newcomers = newcomers;
        this.currency = currency;
    }

    @Override
    public String name() {
        return "authorise-payment";
    }

    @Override
    public Reply perform(Step step) {
        if (!commands.isDone(step)) {
            commands.perform(step, authorizing(step));
        }
        return answers.toRequest(step, payment(step), Deed.AUTHORIZATION);
    }

    @Override
    public Reply undo(Step step) {
        if (!commands.isDoneElseGiveUp(step)) {
            return Reply.undone(false);
        }
        answers.forget(payment(step));
        try {
            commands.send(new VoidPayment(payment(step)));
        } catch (CommandExecutionException failure) {
            requireDeclined(failure);
        }
        return Reply.undone(true);
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? answers.toQuestion(step, payment(step), Deed.AUTHORIZATION) : Reply.notDone();
    }

    private AuthorizePayment authorizing(Step step) {
        var customerId = step.uuid("customerId");
        var money = new Money(step.decimal("amount"), currency);
        var card = new Card(step.text("card"));
        step.optionalText("currency").ifPresent(this::requireOwn);
        newcomers.require(customerId);
        return new AuthorizePayment(payment(step), customerId, "", money, card, false);
    }

    private void requireOwn(String wanted) {
        if (!wanted.equals(currency.getCurrencyCode())) {
            throw new RuleViolatedException(
                    "garage-currency", "Customers pay in %s".formatted(currency.getCurrencyCode()));
        }
    }

    /** What was declined needs no void. */
    private static void requireDeclined(CommandExecutionException failure) {
        if (Refused.from(failure)
                .filter(refused -> refused.rule().equals("payment-open"))
                .isEmpty()) {
            throw failure;
        }
    }

    private static PaymentId payment(Step step) {
        return new PaymentId(step.id());
    }
}
