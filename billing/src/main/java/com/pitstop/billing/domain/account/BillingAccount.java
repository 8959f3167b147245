package com.pitstop.billing.domain.account;

import java.time.LocalDate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import com.pitstop.billing.domain.BillingTerms;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.BillingAccountClosed;
import com.pitstop.shared.billing.BillingAccountOpened;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * What is agreed with a customer on how to pay: one thing at a time. What was closed may be opened again, also otherwise, but
 * nobody tries it twice.
 */
@Aggregate
@Revision("2")
class BillingAccount {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable BillingAccountId id;

    private @Nullable BillingAccountOpened agreed; // null once it is closed
    private boolean tried;

    BillingAccount() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenBillingAccount command, BillingTerms terms) {
        if (!isAgreed(command)) {
            requireClosed();
            var trialDays = tried ? 0 : command.plan().trialDays();
            apply(opened(
                    command, terms.today(), trialDays, command.referralCode().discountPercent()));
        }
    }

    @CommandHandler
    void handle(CloseBillingAccount command) {
        if (agreed != null) {
            apply(new BillingAccountClosed(command.accountId().customerId(), command.reason()));
        }
    }

    /** On whatever day, and with whatever was promised then. */
    private boolean isAgreed(OpenBillingAccount command) {
        return agreed != null
                && agreed.equals(opened(command, agreed.openedOn(), agreed.trialDays(), agreed.discountPercent()));
    }

    private static BillingAccountOpened opened(
            OpenBillingAccount command, LocalDate day, int trialDays, int discountPercent) {
        return new BillingAccountOpened(
                command.accountId().customerId(),
                command.plan().name(),
                command.paymentMethod().name(),
                command.billingAddress().address(),
                command.billingAddress().postalCode(),
                command.billingAddress().city(),
                command.referralCode().value(),
                day,
                trialDays,
                discountPercent);
    }

    private void requireClosed() {
        if (agreed != null) {
            throw new RuleViolatedException(
                    "one-open-account", "Another billing account of this customer is open: close it first");
        }
    }

    @EventSourcingHandler
    void on(BillingAccountOpened event) {
        id = new BillingAccountId(event.customerId());
        agreed = event;
        tried = tried || event.trialDays() > 0;
    }

    @EventSourcingHandler
    void on(BillingAccountClosed event) {
        agreed = null;
    }
}
