package com.pitstop.process.webhooks;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;

import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Setback;
import com.pitstop.chassis.rounds.Round;

/** Looks what subscribers are to be told, and tells it, some of them at a time: one that is slow keeps no other waiting for long. */
@Component
class WebhookRound implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRound.class);

    private static final int AT_ONCE = 4;
    private static final int IN_A_ROW = 50;
    private static final int SECONDS_TO_END = 6;

    private final WebhookOutbox outbox;
    private final WebhookCarrier carrier;
    private final WebhookSettings settings;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, new AxonThreadFactory("Webhook"));

    WebhookRound(WebhookOutbox outbox, WebhookCarrier carrier, WebhookSettings settings) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.settings = settings;
    }

    @Override
    public String purpose() {
        return "deliver webhooks";
    }

    @Override
    public Duration period() {
        return settings.check();
    }

    @Override
    public void look() {
        var room = free.availablePermits();
        if (room > 0) {
            outbox.due(room).forEach(this::begin);
        }
    }

    private void begin(UUID subscriptionId) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                tell(subscriptionId);
            } catch (RuntimeException failure) {
                failed(failure);
            } finally {
                free.release();
            }
        });
    }

    /** Of what is away for a while the next look tells. */
    private static void failed(RuntimeException failure) {
        if (Setback.of(failure).isEmpty()) {
            LOG.warn("A subscriber was not told, and will be", failure);
        }
    }

    /** One thing after the other, as long as they arrive. */
    private void tell(UUID subscriptionId) {
        var next = outbox.claim(subscriptionId);
        for (int told = 1; next.isPresent(); told++) {
            var arrived = carry(next.get());
            next = arrived && told < IN_A_ROW ? outbox.claim(subscriptionId) : Optional.empty();
        }
    }

    private boolean carry(Webhook webhook) {
        var result = carrier.carry(webhook);
        switch (result.outcome()) {
            case DELIVERED -> outbox.delivered(webhook);
            case FAILED -> outbox.failed(webhook, result.reason());
            case GONE -> outbox.gone(webhook);
        }
        return result.outcome() == WebhookCarrier.Outcome.DELIVERED;
    }

    @Override
    public void finish() {
        try {
            if (free.tryAcquire(AT_ONCE, SECONDS_TO_END, TimeUnit.SECONDS)) {
                free.release(AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
