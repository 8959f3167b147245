package com.pitstop.chassis.messaging;

import java.util.List;
import java.util.function.BiFunction;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Sends a message out with the context of the thread that sends it. */
class ContextOnDispatch implements MessageDispatchInterceptor<Message<?>> {

    @Override
    public BiFunction<Integer, Message<?>, Message<?>> handle(List<? extends Message<?>> messages) {
        return (index, message) -> message.andMetaData(MessageContext.missingFrom(message));
    }
}
