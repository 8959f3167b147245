package com.pitstop.chassis.messaging;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Makes what is logged while a message is handled carry the correlation id of that message. */
class ContextInLogs implements MessageHandlerInterceptor<Message<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends Message<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var ofMessage = unitOfWork.getMessage().getMetaData().get(MessageContext.CORRELATION_ID);
        var ofThread = MDC.get(MessageContext.CORRELATION_ID);
        if (ofMessage == null || ofMessage.equals(ofThread)) {
            return chain.proceed();
        }
        MDC.put(MessageContext.CORRELATION_ID, ofMessage.toString());
        try {
            return chain.proceed();
        } finally {
            restore(ofThread);
        }
    }

    private static void restore(@Nullable String ofThread) {
        if (ofThread == null) {
            MDC.remove(MessageContext.CORRELATION_ID);
        } else {
            MDC.put(MessageContext.CORRELATION_ID, ofThread);
        }
    }
}
