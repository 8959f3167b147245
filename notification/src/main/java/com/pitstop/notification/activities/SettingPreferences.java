package com.pitstop.notification.activities;

import java.util.Map;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.domain.ContactPreferencesId;
import com.pitstop.notification.domain.Language;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.domain.ResetContactPreferences;
import com.pitstop.notification.domain.SetContactPreferences;
import com.pitstop.notification.domain.Wishes;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.notification.ContactPreferencesSet;

/**
 * {@code set-contact-preferences}: says how {@code customerId} wants to hear from the garage. It mails about everything; what
 * is not allowed is not. When it is undone they hear from it as everybody does who said nothing. Who had said something before
 * now says this, whatever becomes of the rest.
 */
@Component
class SettingPreferences implements Activity {

    private final StepCommands commands;
    private final EventStore eventStore;
    private final Language usualLanguage;

    SettingPreferences(StepCommands commands, EventStore eventStore, NotificationSettings settings) {
        this.commands = commands;
        this.eventStore = eventStore;
        this.usualLanguage = settings.language();
    }

    @Override
    public String name() {
        return "set-contact-preferences";
    }

    @Override
    public Reply perform(Step step) {
        var wishes = wishes(step);
        requireCustomer(customer(step));
        var setting = new SetContactPreferences(preferences(step), wishes);
        if (commands.isDone(step) || !areSet(step)) {
            commands.perform(step, setting);
        } else {
            commands.send(setting);
        }
        return set(step);
    }

    @Override
    public Reply undo(Step step) {
        return commands.undo(step, new ResetContactPreferences(preferences(step)));
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? set(step) : Reply.notDone();
    }

    private boolean areSet(Step step) {
        return PastEvents.of(eventStore, preferences(step))
                .<Boolean>map(ContactPreferencesSet.class::isInstance)
                .reduce(false, (earlier, later) -> later);
    }

    private Wishes wishes(Step step) {
        return new Wishes(
                step.optionalText("language").map(SettingPreferences::language).orElse(usualLanguage),
                MailKind.ofCustomers(),
                step.yesOrNo("newsletter"),
                step.yesOrNo("sms"),
                step.yesOrNo("dataSharing"));
    }

    private static Language language(String code) {
        if (!code.matches(Language.PATTERN)) {
            throw new InvalidValueException("language", "Mails are written in %s".formatted(Language.PATTERN));
        }
        return Language.of(code);
    }

    /** By the customer's own events: the copy may not have heard of them yet. */
    private void requireCustomer(CustomerId customer) {
        if (eventStore.lastSequenceNumberFor(customer.toString()).isEmpty()) {
            throw new NotFoundException("known-customer", "Customer %s is not known".formatted(customer.value()));
        }
    }

    private static Reply set(Step step) {
        return Reply.completed(Map.of("customerId", customer(step).value().toString()));
    }

    private static ContactPreferencesId preferences(Step step) {
        return new ContactPreferencesId(customer(step));
    }

    private static CustomerId customer(Step step) {
        return new CustomerId(step.uuid("customerId"));
    }
}
