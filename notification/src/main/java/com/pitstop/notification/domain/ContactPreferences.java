package com.pitstop.notification.domain;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.notification.ContactPreferencesReset;
import com.pitstop.shared.notification.ContactPreferencesSet;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** The wishes of a customer, who need not have any. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger", cache = "aggregateCache")
@Revision("1")
class ContactPreferences {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable ContactPreferencesId id;

    // In the plain values of the event: history must still load when there are other kinds of mail.
    private @Nullable ContactPreferencesSet wishes;

    ContactPreferences() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(SetContactPreferences command) {
        var changed = wishes(command.preferencesId().customerId(), command.wishes());
        if (!changed.equals(wishes)) {
            apply(changed);
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ResetContactPreferences command) {
        if (wishes != null) {
            apply(new ContactPreferencesReset(wishes.customerId()));
        }
    }

    @EventSourcingHandler
    void on(ContactPreferencesSet event) {
        id = new ContactPreferencesId(new CustomerId(event.customerId()));
        wishes = event;
    }

    @EventSourcingHandler
    void on(ContactPreferencesReset event) {
        wishes = null;
    }

    private static ContactPreferencesSet wishes(CustomerId customer, Wishes wishes) {
        return new ContactPreferencesSet(
                customer.value(),
                wishes.language().code(),
                wishes.kinds().stream().sorted().map(MailKind::name).toList(),
                wishes.newsletter(),
                wishes.sms(),
                wishes.dataSharing());
    }
}
