package com.pitstop.notification.outbox;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.shared.RuleViolatedException;

/** A mail and what became of it. No view: events do not tell what was sent, so it cannot be made anew. */
@InsertedOnce
@Entity
@Table(schema = "notification", name = "mail")
class OutgoingMail implements Persistable<UUID> {

    @Id
    private UUID mailId;

    @Column(insertable = false, updatable = false) // counted by the database
    private @Nullable Long number;

    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    private String recipient;
    private String recipientName;
    private String language;
    private String subject;
    private String text;
    private String html;
    private @Nullable String calendar;
    private @Nullable String invoice;

    @Enumerated(EnumType.STRING)
    private MailStatus status;

    private int attempts;
    private Instant nextAttemptAt;
    private @Nullable Instant claimedUntil;
    private @Nullable String lastError;

    @Enumerated(EnumType.STRING)
    private @Nullable Delivery delivery;

    private Instant writtenAt;
    private @Nullable Instant sentAt;

    @Transient
    private boolean isNew;

    protected OutgoingMail() {}

    OutgoingMail(Mail mail) {
        mailId = mail.mailId();
        customerId = mail.customerId();
        kind = mail.kind();
        recipient = mail.recipient();
        recipientName = mail.recipientName();
        language = mail.language();
        subject = mail.subject();
        text = mail.text();
        html = mail.html();
        calendar = mail.calendar();
        invoice = mail.invoice();
        writtenAt = mail.writtenAt();
        status = MailStatus.WAITING;
        nextAttemptAt = mail.writtenAt();
        isNew = true;
    }

    /** From now on another process may only take it once the claim has ended. */
    Attempt claim(Instant until) {
        attempts++;
        claimedUntil = until;
        return new Attempt(asMail(), attempts);
    }

    /** It left, whatever was decided meanwhile. */
    void sent(Delivery how, Instant now) {
        status = MailStatus.SENT;
        delivery = how;
        sentAt = now;
        claimedUntil = null;
    }

    void failed(String reason, Instant nextAttempt) {
        lastError = reason;
        nextAttemptAt = nextAttempt;
        claimedUntil = null;
    }

    void park(String reason) {
        status = MailStatus.PARKED;
        lastError = reason;
        claimedUntil = null;
    }

    void release(Instant now) {
        if (status == MailStatus.WAITING) {
            return;
        }
        requireParked();
        status = MailStatus.WAITING;
        attempts = 0;
        nextAttemptAt = now;
    }

    void discard() {
        requireUnsent();
        status = MailStatus.DISCARDED;
    }

    void discardUnlessSent() {
        if (status != MailStatus.SENT) {
            status = MailStatus.DISCARDED;
        }
    }

    boolean isWaiting() {
        return status == MailStatus.WAITING;
    }

    /** Not if it was tried again since, or released. */
    boolean isAt(Attempt attempt) {
        return attempts == attempt.number();
    }

    boolean isDue(Instant now) {
        return isWaiting() && !nextAttemptAt.isAfter(now) && (claimedUntil == null || !claimedUntil.isAfter(now));
    }

    int attempts() {
        return attempts;
    }

    UUID customerId() {
        return customerId;
    }

    Mail asMail() {
        return new Mail(
                mailId,
                customerId,
                kind,
                recipient,
                recipientName,
                language,
                subject,
                text,
                html,
                calendar,
                invoice,
                writtenAt);
    }

    MailItem asItem() {
        return new MailItem(
                mailId,
                customerId,
                kind,
                recipient,
                language,
                subject,
                status,
                attempts,
                isWaiting() ? nextAttemptAt : null,
                lastError,
                delivery,
                writtenAt,
                sentAt);
    }

    MailDetails asDetails() {
        return new MailDetails(asItem(), text, html, calendar, invoice != null);
    }

    @Override
    public UUID getId() {
        return mailId;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void stored() {
        isNew = false;
    }

    private void requireParked() {
        if (status != MailStatus.PARKED) {
            throw new RuleViolatedException(
                    "mail-parked",
                    "Mail %s is not parked, but %s"
                            .formatted(mailId, status.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void requireUnsent() {
        if (status == MailStatus.SENT) {
            throw new RuleViolatedException("mail-unsent", "Mail %s was sent".formatted(mailId));
        }
    }
}
