package com.pitstop.notification.sending;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.connection.Outage;
import com.pitstop.chassis.messaging.Setback;
import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.outbox.Attempt;
import com.pitstop.notification.outbox.Claims;
import com.pitstop.notification.outbox.Delivery;

/** Looks from time to time what is in the outbox, and sends it, one mail after the other. Every process has one. */
@Component
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final int SECONDS_TO_END = 10;

    private final Claims claims;
    private final Carrier carrier;
    private final Duration period;
    private final int atOnce;
    private final Outage outage = new Outage("What it takes to send mails");

    private volatile @Nullable ScheduledExecutorService thread;

    Postman(Claims claims, Carrier carrier, NotificationSettings settings) {
        this.claims = claims;
        this.carrier = carrier;
        this.period = settings.outboxCheck();
        this.atOnce = settings.mailsPerCheck();
    }

    @Override
    public void start() {
        var looking = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("Postman"));
        thread = looking;
        var unused = looking.scheduleWithFixedDelay(
                this::sendOrTryLater, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An exception here would end the schedule for good. */
    private void sendOrTryLater() {
        try {
            sendWhatIsDue();
            outage.isOver();
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    void sendWhatIsDue() {
        var next = claims.next();
        for (int sent = 1; next.isPresent(); sent++) {
            send(next.get());
            next = sent < atOnce && isRunning() ? claims.next() : Optional.empty();
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

    private void failed(RuntimeException failure) {
        if (Setback.of(failure).isPresent()) {
            outage.goesOn(String.valueOf(failure.getMessage()));
        } else {
            LOG.warn("Mails that are due were not all sent, and are in {}", period, failure);
        }
    }

    /** What is being sent may end; what cannot is sent again once its claim has ended. */
    @Override
    public void stop() {
        var ending = thread;
        thread = null;
        if (ending != null) {
            ending.shutdown();
            awaitEnd(ending);
        }
    }

    private static void awaitEnd(ScheduledExecutorService thread) {
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
