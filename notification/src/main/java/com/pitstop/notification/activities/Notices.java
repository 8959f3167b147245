package com.pitstop.notification.activities;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.steps.Step;
import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.contacts.Contact;
import com.pitstop.notification.contacts.Contacts;
import com.pitstop.notification.domain.Language;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.outbox.Mail;
import com.pitstop.notification.texts.Letters;
import com.pitstop.notification.texts.Topic;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.vehicle.LicenseNumber;

/** Writes what processes have to tell: to a customer, or to the chief mechanic in the language of the garage. */
@Component
class Notices {

    enum Recipient {
        CUSTOMER,
        CHIEF_MECHANIC
    }

    /** The chief mechanic has no number among customers, but mails are counted by one. */
    private static final UUID CHIEF_MECHANIC =
            UUID.nameUUIDFromBytes("chief-mechanic".getBytes(StandardCharsets.UTF_8));

    private static final int TEXT_LIMIT = 1000;

    private final Contacts contacts;
    private final Letters letters;
    private final EventStore eventStore;
    private final NotificationSettings settings;
    private final Clock clock;

    Notices(
            Contacts contacts,
            Letters letters,
            EventStore eventStore,
            NotificationSettings settings,
            Clock garageClock) {
        this.contacts = contacts;
        this.letters = letters;
        this.eventStore = eventStore;
        this.settings = settings;
        this.clock = garageClock;
    }

    /** Empty as long as nobody here has heard of the customer, who is known elsewhere. */
    Optional<Contact> recipient(Step step) {
        if (step.oneOf("recipient", Recipient.class) == Recipient.CHIEF_MECHANIC) {
            return Optional.of(chiefMechanic());
        }
        var customer = new CustomerId(step.uuid("customerId"));
        requireCustomer(customer);
        return contacts.find(customer.value());
    }

    Mail write(Step step, Contact contact) {
        var kind = kind(step);
        var letter = letters.write(kind, contact.language(), contact.name(), topic(step));
        return new Mail(
                step.id(),
                contact.customerId(),
                kind,
                contact.emailAddress(),
                contact.name(),
                contact.language().code(),
                letter.subject(),
                letter.text(),
                letter.html(),
                null,
                null,
                clock.instant());
    }

    static MailKind kind(Step step) {
        var kind = step.oneOf("kind", MailKind.class);
        if (!MailKind.notices().contains(kind)) {
            throw new InvalidValueException("step-argument", "The argument kind must be one of " + MailKind.notices());
        }
        return kind;
    }

    private static Topic topic(Step step) {
        var text = step.optionalText("text").orElse("");
        OneLine.requireAtMost("A notice", text, TEXT_LIMIT);
        return Topic.ofVehicle(new LicenseNumber(step.text("licenseNumber")).value(), text);
    }

    private Contact chiefMechanic() {
        var language = settings.language();
        var name = language == Language.NL ? "chef-monteur" : "chief mechanic";
        return new Contact(
                CHIEF_MECHANIC,
                name,
                settings.chiefMechanic(),
                language,
                java.util.Set.of(MailKind.UNSAFE_VEHICLE.name()));
    }

    /** By the customer's own events: the copy may not have heard of them yet. */
    private void requireCustomer(CustomerId customer) {
        var last = eventStore.readEvents(customer.toString(), 0).asStream().reduce((earlier, later) -> later);
        if (last.isEmpty() || last.get().getPayload() instanceof CustomerDeactivated) {
            throw new NotFoundException("known-customer", "%s is no customer".formatted(customer.value()));
        }
    }
}
