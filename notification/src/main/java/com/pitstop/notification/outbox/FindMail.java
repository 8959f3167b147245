package com.pitstop.notification.outbox;

import java.util.UUID;

/** What does this mail say, and what became of it? Answered by {@link MailDetails} if there is one. */
public record FindMail(UUID mailId) {}
