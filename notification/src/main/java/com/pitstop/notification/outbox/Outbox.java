package com.pitstop.notification.outbox;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.notification.domain.MailKind;
import com.pitstop.shared.NotFoundException;

/** The mails to be sent, and those that were. */
@Component
public class Outbox {

    private final MailRepository mails;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Outbox(MailRepository mails, PlatformTransactionManager transactionManager, Clock garageClock) {
        this.mails = mails;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = garageClock;
    }

    /** In the transaction at hand: what led to it is known as handled if, and only if, the mail is here. */
    public void add(Mail mail) {
        mails.save(new OutgoingMail(mail));
    }

    /** The same in a transaction of its own, for those who are to tell of it before theirs ends. */
    public void addAtOnce(Mail mail) {
        transactions.executeWithoutResult(transaction -> add(mail));
    }

    public Optional<Mail> find(UUID mailId) {
        return mails.findById(mailId).map(OutgoingMail::asMail);
    }

    /** Has a parked mail sent after all; its tries count from zero. */
    public void release(UUID mailId) {
        change(mailId, mail -> mail.release(clock.instant()));
    }

    /** Has a mail never sent. */
    public void discard(UUID mailId) {
        change(mailId, OutgoingMail::discard);
    }

    /** The last mail of a kind to a customer, whatever became of it. */
    public Optional<UUID> findLatest(UUID customerId, MailKind kind) {
        return mails.findFirstByCustomerIdAndKindOrderByNumberDesc(customerId, kind)
                .map(OutgoingMail::getId);
    }

    /** Has a mail never sent, unless it left before. */
    public void discardUnlessSent(UUID mailId) {
        change(mailId, OutgoingMail::discardUnlessSent);
    }

    public int count(MailStatus status) {
        return mails.countByStatus(status);
    }

    private void change(UUID mailId, Consumer<OutgoingMail> change) {
        transactions.executeWithoutResult(transaction -> change.accept(mails.findLockedByMailId(mailId)
                .orElseThrow(() -> new NotFoundException("known-mail", "Mail %s is not known".formatted(mailId)))));
    }
}
