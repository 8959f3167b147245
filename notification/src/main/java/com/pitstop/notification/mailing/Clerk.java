package com.pitstop.notification.mailing;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.AscendingIdentifiers;
import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.contacts.Contact;
import com.pitstop.notification.contacts.Contacts;
import com.pitstop.notification.outbox.Mail;
import com.pitstop.notification.outbox.Outbox;
import com.pitstop.notification.texts.Letters;

/**
 * Writes mails and puts them into the outbox, for customers who want them. What happened too long ago is no news; and who
 * owns a vehicle without ever having been a customer has no address.
 */
@Component
class Clerk {

    private final Contacts contacts;
    private final Letters letters;
    private final Outbox outbox;
    private final Duration maxAge;
    private final Clock clock;

    Clerk(Contacts contacts, Letters letters, Outbox outbox, NotificationSettings settings, Clock garageClock) {
        this.contacts = contacts;
        this.letters = letters;
        this.outbox = outbox;
        this.maxAge = settings.maxAge();
        this.clock = garageClock;
    }

    void write(EventMessage<?> cause, Draft draft) {
        contacts.find(draft.customerId()).ifPresent(contact -> write(cause, draft, contact));
    }

    void write(EventMessage<?> cause, Draft draft, Contact contact) {
        if (isNews(cause) && contact.wants(draft.kind())) {
            outbox.add(mail(cause, draft, contact));
        }
    }

    private boolean isNews(EventMessage<?> cause) {
        return !cause.getTimestamp().plus(maxAge).isBefore(clock.instant());
    }

    private Mail mail(EventMessage<?> cause, Draft draft, Contact contact) {
        var letter = letters.write(draft.kind(), contact.language(), contact.name(), draft.topic());
        var calendar = draft.calendar();
        return new Mail(
                id(cause, draft),
                contact.customerId(),
                draft.kind(),
                contact.emailAddress(),
                contact.name(),
                contact.language().code(),
                letter.subject(),
                letter.text(),
                letter.html(),
                calendar == null ? null : calendar.write(contact.emailAddress()),
                draft.invoice(),
                clock.instant());
    }

    private static UUID id(EventMessage<?> cause, Draft draft) {
        var name = String.join("\n", cause.getIdentifier(), draft.kind().name(), draft.about());
        return AscendingIdentifiers.near(draft.customerId(), name);
    }
}
