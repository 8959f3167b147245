package com.pitstop.audit.trail;

import java.time.temporal.ChronoUnit;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.stereotype.Component;

import com.pitstop.audit.chain.Fact;
import com.pitstop.audit.chain.Kind;
import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.shared.audit.CommandChangedNothing;
import com.pitstop.shared.audit.CommandRefused;

/** Reads from an event what is to be recorded of it. Also of one that this service does not know the class of. */
@Component
class Facts {

    private final Serializer serializer;

    Facts(Serializer serializer) {
        this.serializer = serializer;
    }

    Fact of(EventMessage<?> event) {
        if (event.getPayloadType() == CommandRefused.class) {
            var refused = (CommandRefused) event.getPayload();
            return fact(event, Kind.REFUSED, refused.command(), refused.subject(), refused.rule());
        }
        if (event.getPayloadType() == CommandChangedNothing.class) {
            var idle = (CommandChangedNothing) event.getPayload();
            return fact(event, Kind.NO_CHANGE, idle.command(), idle.subject(), "");
        }
        return fact(event, Kind.EVENT, nameOf(event), stream(event), "");
    }

    private Fact fact(EventMessage<?> event, Kind kind, String what, String subject, String rule) {
        var origin = event.getMetaData();
        return new Fact(
                event.getIdentifier(),
                event.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                kind.name(),
                what,
                text(origin, MessageContext.COMMAND),
                subject,
                text(origin, MessageContext.USER),
                text(origin, MessageContext.CORRELATION_ID),
                text(origin, MessageContext.CAUSATION_ID),
                rule,
                payload(event));
    }

    /** As it is stored, where the event store hands that out. */
    private String payload(EventMessage<?> event) {
        return event.getPayloadType() == UnknownSerializedType.class
                ? ((UnknownSerializedType) event.getPayload()).readData(String.class)
                : stored(event).getData();
    }

    private String nameOf(EventMessage<?> event) {
        var type = event.getPayloadType() == UnknownSerializedType.class
                ? ((UnknownSerializedType) event.getPayload()).serializedType().getName()
                : event.getPayloadType().getName();
        return type.substring(1 + Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')));
    }

    private SerializedObject<String> stored(EventMessage<?> event) {
        return event.serializePayload(serializer, String.class);
    }

    /** An event of no aggregate has no stream, though some stores name one after the event. */
    private static String stream(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> ofAggregate && ofAggregate.getType() != null
                ? ofAggregate.getAggregateIdentifier()
                : "";
    }

    private static String text(MetaData origin, String key) {
        return origin.get(key) instanceof String text ? text : "";
    }
}
