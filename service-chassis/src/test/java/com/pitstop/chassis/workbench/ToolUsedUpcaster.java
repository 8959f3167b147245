package com.pitstop.chassis.workbench;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.workbench.Tool.ToolUsed;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In its first revision the event did not say who used the tool. */
@Component
class ToolUsedUpcaster extends SingleEventUpcaster {

    private static final SimpleSerializedType FIRST = new SimpleSerializedType(ToolUsed.class.getName(), "1");
    private static final SimpleSerializedType SECOND = new SimpleSerializedType(ToolUsed.class.getName(), "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FIRST);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(SECOND, JsonNode.class, json -> ((ObjectNode) json).put("by", "unknown"));
    }
}
