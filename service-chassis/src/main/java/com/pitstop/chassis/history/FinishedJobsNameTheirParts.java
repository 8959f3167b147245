package com.pitstop.chassis.history;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import com.pitstop.shared.workshop.MaintenanceJobFinished;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In its first revision a finished job did not say which parts it took: none were kept account of. */
class FinishedJobsNameTheirParts extends SingleEventUpcaster {

    private static final String EVENT = MaintenanceJobFinished.class.getName();
    private static final SimpleSerializedType FIRST = new SimpleSerializedType(EVENT, "1");
    private static final SimpleSerializedType SECOND = new SimpleSerializedType(EVENT, "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FIRST);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(SECOND, JsonNode.class, FinishedJobsNameTheirParts::withoutParts);
    }

    private static JsonNode withoutParts(JsonNode finished) {
        ((ObjectNode) finished).putArray("parts");
        return finished;
    }
}
