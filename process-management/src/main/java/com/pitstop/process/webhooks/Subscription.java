package com.pitstop.process.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A wish to be told of a routing slip, and what became of it so far. Its secret is not shown.
 *
 * @param kinds names of the events, empty for all
 * @param steps whose events, empty for all of the slip
 * @param delivered how many webhooks have arrived
 * @param waiting how many have not
 * @param attempts how often the next one was tried
 * @param nextAttemptAt null when nothing waits, or nothing is delivered any more
 * @param lastError of the last try, null when it arrived
 */
public record Subscription(
        UUID subscriptionId,
        UUID trackingNumber,
        String url,
        List<String> kinds,
        List<String> steps,
        SubscriptionStatus status,
        Instant createdAt,
        long delivered,
        long waiting,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError) {

    public Subscription {
        kinds = List.copyOf(kinds);
        steps = List.copyOf(steps);
    }
}
