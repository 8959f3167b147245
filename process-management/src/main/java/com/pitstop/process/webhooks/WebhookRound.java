package com.pitstop.process.webhooks;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.rounds.Round;
import com.pitstop.chassis.rounds.SomeAtATime;

/** Looks what subscribers are to be told, and tells it, some of them at a time: one that is slow keeps no other waiting for long. */
@Component
class WebhookRound implements Round {

    private static final int AT_ONCE = 4;
    private static final int IN_A_ROW = 50;
    private static final Duration TIME_TO_END = Duration.ofSeconds(6);

    private final WebhookOutbox outbox;
    private final WebhookCarrier carrier;
    private final WebhookSettings settings;
    private final SomeAtATime telling = new SomeAtATime("deliver webhooks", "Webhook", AT_ONCE);

    WebhookRound(WebhookOutbox outbox, WebhookCarrier carrier, WebhookSettings settings) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.settings = settings;
    }

    @Override
    public String purpose() {
        return telling.purpose();
    }

    @Override
    public Duration period() {
        return settings.check();
    }

    @Override
    public void look() {
        var room = telling.room();
        if (room > 0) {
            outbox.due(room).forEach(subscriptionId -> telling.begin(() -> tell(subscriptionId)));
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
        telling.finish(TIME_TO_END);
    }

    @PreDestroy
    void close() {
        telling.close();
    }
}
