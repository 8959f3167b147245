package com.pitstop.chassis.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import com.pitstop.shared.billing.BillingAccountOpened;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In its first revision a billing account promised neither a trial nor a discount, and its day is that of its record. */
class AccountsHaveATrial extends SingleEventUpcaster {

    private static final String EVENT = BillingAccountOpened.class.getName();
    private static final SimpleSerializedType FIRST = new SimpleSerializedType(EVENT, "1");
    private static final SimpleSerializedType SECOND = new SimpleSerializedType(EVENT, "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FIRST);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(SECOND, JsonNode.class, opened -> withoutTrial(opened, event.getTimestamp()));
    }

    private static JsonNode withoutTrial(JsonNode opened, Instant recorded) {
        return ((ObjectNode) opened)
                .put("openedOn", LocalDate.ofInstant(recorded, ZoneOffset.UTC).toString())
                .put("trialDays", 0)
                .put("discountPercent", 0);
    }
}
