package com.pitstop.notification.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.notification.NotificationSettings;

/**
 * Which process sends which mail, and what came of it. No transaction is open while a mail is being sent: it is claimed
 * before, for a while, and whoever wants it knows.
 */
@Component
public class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private static final int MOST_ATTEMPTS = 8;
    private static final Duration PERIOD_OF_LIMIT = Duration.ofHours(1);

    private final MailRepository mails;
    private final TransactionTemplate transactions;
    private final NotificationSettings settings;
    private final Clock clock;

    Claims(
            MailRepository mails,
            PlatformTransactionManager transactionManager,
            NotificationSettings settings,
            Clock garageClock) {
        this.mails = mails;
        this.transactions = new TransactionTemplate(transactionManager);
        this.settings = settings;
        this.clock = garageClock;
    }

    /** Claims a mail that is due; empty when none is. Those that must not be sent are parked on the way. */
    public Optional<Attempt> next() {
        var chosen = Optional.<Attempt>empty();
        while (chosen.isEmpty() && isAnyDue()) {
            chosen = Optional.ofNullable(transactions.execute(transaction -> choose()))
                    .flatMap(attempt -> attempt);
        }
        return chosen;
    }

    public void sent(Attempt attempt, Delivery how) {
        after(attempt, mail -> mail.sent(how, clock.instant()));
    }

    /** It is tried again after one wait, two, four and so on, until there were eight attempts. */
    public void failed(Attempt attempt, String reason) {
        after(attempt, mail -> {
            if (!mail.isWaiting() || !mail.isAt(attempt)) {
                return;
            }
            if (attempt.number() >= MOST_ATTEMPTS) {
                park(mail, reason);
            } else {
                mail.failed(
                        reason, clock.instant().plus(settings.retryAfter().multipliedBy(1L << (attempt.number() - 1))));
            }
        });
    }

    /** There is no use in trying again. */
    public void refused(Attempt attempt, String reason) {
        after(attempt, mail -> {
            if (mail.isWaiting() && mail.isAt(attempt)) {
                park(mail, reason);
            }
        });
    }

    private boolean isAnyDue() {
        return firstDue(clock.instant()).isPresent();
    }

    /** No customer is written to by two processes at once. */
    private Optional<UUID> firstDue(Instant now) {
        return mails.findDue(now, mails.findCustomersWrittenTo(now), Limit.of(1)).stream()
                .findFirst();
    }

    private Optional<Attempt> choose() {
        mails.takeTurn();
        var now = clock.instant();
        return firstDue(now)
                .flatMap(mails::findLockedByMailId)
                .filter(mail -> mail.isDue(now))
                .flatMap(mail -> claimOrPark(mail, now));
    }

    private Optional<Attempt> claimOrPark(OutgoingMail mail, Instant now) {
        if (mail.attempts() >= MOST_ATTEMPTS) {
            park(mail, "The process that sent it ended before it heard from the mail server");
            return Optional.empty();
        }
        if (mails.countByCustomerIdAndSentAtAfter(mail.customerId(), now.minus(PERIOD_OF_LIMIT))
                >= settings.mailsPerHour()) {
            park(mail, "The customer got %d mails within an hour".formatted(settings.mailsPerHour()));
            return Optional.empty();
        }
        return Optional.of(mail.claim(now.plus(settings.claim())));
    }

    private static void park(OutgoingMail mail, String reason) {
        mail.park(reason);
        LOG.warn("Mail {} is parked, and waits for an operator", mail.getId());
    }

    private void after(Attempt attempt, Consumer<OutgoingMail> outcome) {
        transactions.executeWithoutResult(
                transaction -> mails.findLockedByMailId(attempt.mail().mailId()).ifPresent(outcome));
    }
}
