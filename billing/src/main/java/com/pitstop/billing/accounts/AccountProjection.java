package com.pitstop.billing.accounts;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.billing.BillingAccountClosed;
import com.pitstop.shared.billing.BillingAccountOpened;

/** Keeps billing accounts in step with what was agreed. */
@Component
@ProcessingGroup("billing-payments")
class AccountProjection {

    private final AccountViewRepository accounts;

    AccountProjection(AccountViewRepository accounts) {
        this.accounts = accounts;
    }

    // Looks also during a replay: what was closed may have been opened again.
    @EventHandler
    void on(BillingAccountOpened event, @SequenceNumber long version) {
        accounts.findById(event.customerId())
                .ifPresentOrElse(
                        known -> known.opened(event, version), () -> accounts.save(new AccountView(event, version)));
    }

    @EventHandler
    void on(BillingAccountClosed event, @SequenceNumber long version) {
        accounts.findById(event.customerId())
                .orElseThrow(() -> new IllegalStateException(
                        "Billing has no row of the account of customer %s".formatted(event.customerId())))
                .closed(event, version);
    }

    @ResetHandler
    void reset() {
        accounts.deleteAllInBatch();
    }
}
