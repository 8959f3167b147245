package com.pitstop.chassis.processing;

import java.lang.reflect.Method;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.springframework.beans.BeanUtils;

/** Keeps from a handler what it is not for, see {@link HandlesOnly}. */
class SelectiveHandling implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.unwrap(Method.class)
                .map(method -> method.getAnnotation(HandlesOnly.class))
                .<MessageHandlingMember<T>>map(
                        only -> new Selective<>(original, BeanUtils.instantiateClass(only.value())))
                .orElse(original);
    }

    private static final class Selective<T> extends WrappedMessageHandlingMember<T> {

        private final HandlesOnly.Interest interest;

        Selective(MessageHandlingMember<T> delegate, HandlesOnly.Interest interest) {
            super(delegate);
            this.interest = interest;
        }

        @Override
        public boolean canHandleType(Class<?> payloadType) {
            return super.canHandleType(payloadType) && interest.inKind(payloadType);
        }

        @Override
        public boolean canHandle(Message<?> message) {
            return super.canHandle(message)
                    && interest.inKind(message.getPayloadType())
                    && message instanceof EventMessage<?> event
                    && interest.in(event);
        }
    }
}
