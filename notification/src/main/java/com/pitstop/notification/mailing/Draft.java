package com.pitstop.notification.mailing;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.texts.Topic;

/**
 * A mail before it is known whether and in which language the customer wants it.
 *
 * @param about what it is about beside the event that led to it, when that leads to several mails of a kind
 * @param calendar writes an entry for the calendar of whoever has this mail address
 * @param invoice to be printed and attached, as JSON
 */
record Draft(
        MailKind kind,
        UUID customerId,
        Topic topic,
        String about,
        @Nullable CalendarEntry calendar,
        @Nullable String invoice) {

    @FunctionalInterface
    interface CalendarEntry {

        String write(String guest);
    }

    Draft(MailKind kind, UUID customerId, Topic topic) {
        this(kind, customerId, topic, "", null, null);
    }

    Draft about(Object thing) {
        return new Draft(kind, customerId, topic, thing.toString(), calendar, invoice);
    }

    Draft with(CalendarEntry entry) {
        return new Draft(kind, customerId, topic, about, entry, invoice);
    }

    Draft withInvoice(String json) {
        return new Draft(kind, customerId, topic, about, calendar, json);
    }
}
