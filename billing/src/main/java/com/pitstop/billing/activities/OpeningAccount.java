package com.pitstop.billing.activities;

import java.util.Map;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.account.BillingAccountId;
import com.pitstop.billing.domain.account.BillingAddress;
import com.pitstop.billing.domain.account.CloseBillingAccount;
import com.pitstop.billing.domain.account.OpenBillingAccount;
import com.pitstop.billing.domain.account.PaymentMethod;
import com.pitstop.billing.domain.account.Plan;
import com.pitstop.billing.domain.account.ReferralCode;
import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.shared.billing.BillingAccountOpened;

/**
 * {@code open-billing-account}: agrees with {@code customerId} on a {@code plan}. Who does not say how pays by card. The same
 * account opened before is as good, is answered with {@code alreadyExists}, and stays when the step is undone.
 */
@Component
class OpeningAccount implements Activity {

    private static final String UNDONE = "onboarding-failed";

    private final StepCommands commands;
    private final Newcomers newcomers;
    private final EventStore eventStore;

    OpeningAccount(StepCommands commands, Newcomers newcomers, EventStore eventStore) {
        this.commands = commands;
        this.newcomers = newcomers;
        this.eventStore = eventStore;
    }

    @Override
    public String name() {
        return "open-billing-account";
    }

    @Override
    public Reply perform(Step step) {
        if (commands.isDone(step)) {
            return opened(step);
        }
        var command = opening(step);
        newcomers.require(command.accountId().customerId());
        if (isOpen(command.accountId())) {
            commands.send(command); // refused when it is another than is wanted
            return Reply.completed(Map.of("customerId", step.text("customerId"), "alreadyExists", true));
        }
        commands.perform(step, command);
        return opened(step);
    }

    @Override
    public Reply undo(Step step) {
        return commands.undo(step, new CloseBillingAccount(account(step), UNDONE));
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? opened(step) : Reply.notDone();
    }

    private boolean isOpen(BillingAccountId account) {
        return PastEvents.of(eventStore, account)
                .<Boolean>map(BillingAccountOpened.class::isInstance)
                .reduce(false, (earlier, later) -> later);
    }

    private static OpenBillingAccount opening(Step step) {
        return new OpenBillingAccount(
                account(step),
                step.oneOf("plan", Plan.class),
                step.optionalText("paymentMethod").isPresent()
                        ? step.oneOf("paymentMethod", PaymentMethod.class)
                        : PaymentMethod.CARD,
                step.group("billingAddress").map(OpeningAccount::address).orElse(BillingAddress.OF_THE_CUSTOMER),
                step.optionalText("referralCode").map(ReferralCode::new).orElse(ReferralCode.NONE));
    }

    private static BillingAddress address(Step group) {
        return new BillingAddress(group.text("address"), group.text("postalCode"), group.text("city"));
    }

    private static Reply opened(Step step) {
        return Reply.completed(Map.of("customerId", step.text("customerId")));
    }

    private static BillingAccountId account(Step step) {
        return new BillingAccountId(step.uuid("customerId"));
    }
}
