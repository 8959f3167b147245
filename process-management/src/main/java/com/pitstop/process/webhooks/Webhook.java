package com.pitstop.process.webhooks;

import java.net.URI;
import java.util.UUID;

/**
 * Something to tell a subscriber.
 *
 * @param webhookId the same in all tries
 * @param attempt counted from 1
 */
record Webhook(
        UUID webhookId,
        UUID subscriptionId,
        UUID trackingNumber,
        URI url,
        WebhookSecret secret,
        String body,
        int attempt) {}
