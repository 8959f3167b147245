package com.pitstop.chassis.steps;

import java.util.Map;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepUndoRequested;

/** Whatever a context does for a routing slip says for which step. What the slip makes of the answer is its own business. */
class StepOnRecord implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var type = message.getPayloadType();
        if (type == StepRequested.class) {
            return Map.of(MessageContext.STEP, ((StepRequested) message.getPayload()).stepKey());
        }
        if (type == StepUndoRequested.class) {
            return Map.of(MessageContext.STEP, ((StepUndoRequested) message.getPayload()).stepKey());
        }
        return type == StepAnswered.class ? Map.of() : message.getMetaData().subset(MessageContext.STEP);
    }
}
