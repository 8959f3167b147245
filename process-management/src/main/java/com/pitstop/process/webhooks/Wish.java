package com.pitstop.process.webhooks;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What a subscriber asks for. */
public record Wish(UUID trackingNumber, URI url, List<String> kinds, List<String> steps, WebhookSecret secret) {

    public Wish {
        kinds = List.copyOf(kinds);
        steps = List.copyOf(steps);
    }
}
