package com.pitstop.notification.outbox;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.notification.domain.MailKind;

/** Which mails were written, newest first? What is null is not asked for. Answered by a {@link MailPage}. */
public record ListMails(
        @Nullable UUID customerId,
        @Nullable MailKind kind,
        @Nullable MailStatus status,
        int page,
        int size) {}
