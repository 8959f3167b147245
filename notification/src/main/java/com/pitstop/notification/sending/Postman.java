package com.pitstop.notification.sending;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.rounds.Round;
import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.outbox.Attempt;
import com.pitstop.notification.outbox.Claims;
import com.pitstop.notification.outbox.Delivery;

/** Looks from time to time what is in the outbox, and sends it, one mail after the other. Every process has one. */
@Component
class Postman implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Claims claims;
    private final Carrier carrier;
    private final Duration period;
    private final int atOnce;

    Postman(Claims claims, Carrier carrier, NotificationSettings settings) {
        this.claims = claims;
        this.carrier = carrier;
        this.period = settings.outboxCheck();
        this.atOnce = settings.mailsPerCheck();
    }

    @Override
    public String purpose() {
        return "send mails";
    }

    @Override
    public Duration period() {
        return period;
    }

    /** What is left over goes with the next round, and what cannot end in time goes again once its claim has ended. */
    @Override
    public void look() {
        var next = claims.next();
        for (int sent = 1; next.isPresent(); sent++) {
            send(next.get());
            next = sent < atOnce && !Thread.currentThread().isInterrupted() ? claims.next() : Optional.empty();
        }
    }

    private void send(Attempt attempt) {
        carry(attempt).ifPresent(delivery -> claims.sent(attempt, delivery));
    }

    private Optional<Delivery> carry(Attempt attempt) {
        try {
            return Optional.of(carrier.carry(attempt.mail()));
        } catch (UndeliveredException failure) {
            undelivered(attempt, failure);
        } catch (RuntimeException fault) {
            LOG.warn("Mail {} could not be made", attempt.mail().mailId(), fault);
            claims.failed(attempt, fault.toString());
        }
        return Optional.empty();
    }

    private void undelivered(Attempt attempt, UndeliveredException failure) {
        var reason = String.valueOf(failure.getMessage());
        if (failure.isForGood()) {
            claims.refused(attempt, reason);
        } else {
            claims.failed(attempt, reason);
        }
    }
}
