package com.pitstop.chassis.messaging;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Makes what is logged while a message is handled carry the correlation id and the user of that message. */
class ContextInLogs implements MessageHandlerInterceptor<Message<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends Message<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var ofMessage = unitOfWork.getMessage().getMetaData();
        var correlationId = MDC.get(MessageContext.CORRELATION_ID);
        var user = MDC.get(MessageContext.USER);
        take(MessageContext.CORRELATION_ID, ofMessage);
        take(MessageContext.USER, ofMessage);
        try {
            return chain.proceed();
        } finally {
            restore(MessageContext.CORRELATION_ID, correlationId);
            restore(MessageContext.USER, user);
        }
    }

    private static void take(String key, MetaData ofMessage) {
        if (ofMessage.get(key) instanceof String value) {
            MDC.put(key, value);
        }
    }

    private static void restore(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
