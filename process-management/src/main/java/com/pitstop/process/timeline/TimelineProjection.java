package com.pitstop.process.timeline;

import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.chassis.processing.HandlesOnly;

/** Writes down in a sentence whatever happens to routing slips, the answers of participants and what they did included. */
@Component
@ProcessingGroup("process-timeline")
class TimelineProjection {

    private final MomentViewRepository moments;
    private final Deeds deeds;
    private final Sentences sentences = new Sentences();

    /** What happens to slips, and what is done for their steps. */
    static final class WhatIsTold implements HandlesOnly.Interest {

        private final Sentences sentences = new Sentences();

        @Override
        public boolean inKind(Class<?> payloadType) {
            return sentences.tell(payloadType) || DeedSentences.tell(payloadType);
        }

        @Override
        public boolean in(EventMessage<?> event) {
            return sentences.tell(event.getPayloadType()) || Deeds.mayBe(event);
        }
    }

    TimelineProjection(MomentViewRepository moments, Deeds deeds) {
        this.moments = moments;
        this.deeds = deeds;
    }

    @EventHandler
    @HandlesOnly(WhatIsTold.class)
    void on(EventMessage<?> message, TrackingToken token) {
        told(message).ifPresent(told -> add(message, told, token));
    }

    @ResetHandler
    void reset() {
        moments.deleteAllInBatch();
        deeds.forgetAll();
    }

    private Optional<Told> told(EventMessage<?> message) {
        return sentences.tell(message.getPayloadType())
                ? Optional.of(sentences.of(message.getPayload()))
                : deeds.told(message);
    }

    private void add(EventMessage<?> message, Told told, TrackingToken token) {
        var moment = new Moment(
                message.getTimestamp().truncatedTo(ChronoUnit.MICROS), // as databases keep it
                DeedSentences.context(message.getPayloadType()),
                message.getPayloadType().getSimpleName(),
                told.step(),
                told.sentence(),
                message.getMetaData().getOrDefault(MessageContext.USER, "").toString());
        var position = token.position().orElseThrow();
        moments.save(new MomentView(message.getIdentifier(), told.trackingNumber(), position, moment));
    }
}
