package com.pitstop.notification.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.notification.domain.MailKind;

/**
 * A mail in a list.
 *
 * @param attempts how often somebody began to send it
 * @param nextAttemptAt when a mail that waits is due
 * @param lastError why it did not leave, the last time it did not
 * @param delivery how it left
 */
public record MailItem(
        UUID mailId,
        UUID customerId,
        MailKind kind,
        String recipient,
        String language,
        String subject,
        MailStatus status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable Delivery delivery,
        Instant writtenAt,
        @Nullable Instant sentAt) {}
