package com.pitstop.process.webhooks;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.HandlesOnly;
import com.pitstop.process.timeline.Sentences;
import com.pitstop.process.timeline.Told;

import tools.jackson.databind.json.JsonMapper;

/**
 * What happens to a slip is written down for those who want to be told: what kind of event, of which step, and a sentence. Not
 * what is in it: that is about people, and whoever may know it looks it up.
 */
@Component
@ProcessingGroup("process-webhooks")
@DisallowReplay
class WhenSlipChangesThenTellSubscribers {

    /** The body of a webhook, as Standard Webhooks proposes it. */
    record Body(String type, String timestamp, Data data) {}

    record Data(String trackingNumber, String step, String sentence, String statusUrl) {}

    static final class OfSlips implements HandlesOnly.Interest {

        @Override
        public boolean inKind(Class<?> payloadType) {
            return Kinds.include(payloadType);
        }
    }

    private final WebhookOutbox outbox;
    private final JsonMapper json;
    private final Sentences sentences = new Sentences();

    WhenSlipChangesThenTellSubscribers(WebhookOutbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @EventHandler
    @HandlesOnly(OfSlips.class)
    void on(EventMessage<?> event, TrackingToken token) {
        var told = sentences.of(event.getPayload());
        var kind = event.getPayloadType().getSimpleName();
        var subscribers = outbox.subscribers(told.trackingNumber(), kind, told.step());
        if (!subscribers.isEmpty()) {
            var body =
                    json.writeValueAsString(new Body(kind, event.getTimestamp().toString(), data(told)));
            var position = token.position().orElseThrow();
            subscribers.forEach(subscriber -> outbox.add(subscriber, event.getIdentifier(), position, body));
        }
    }

    private static Data data(Told told) {
        return new Data(
                told.trackingNumber().toString(),
                told.step(),
                told.sentence(),
                "/api/processes/%s/status".formatted(told.trackingNumber()));
    }
}
