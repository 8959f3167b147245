package com.pitstop.notification.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.notification.domain.MailKind;

/**
 * A mail as it was written.
 *
 * @param mailId made from what it is about, so that the same mail is written once
 * @param recipient the customer's mail address
 * @param language {@code en} or {@code nl}
 * @param calendar an entry for the customer's calendar
 * @param invoice the event that is printed and attached, as JSON
 */
public record Mail(
        UUID mailId,
        UUID customerId,
        MailKind kind,
        String recipient,
        String recipientName,
        String language,
        String subject,
        String text,
        String html,
        @Nullable String calendar,
        @Nullable String invoice,
        Instant writtenAt) {}
