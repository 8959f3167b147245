package com.pitstop.chassis.processing;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the handling of a suspect, see {@link OneByOne}, a transaction of its own. All other handling passes as is. */
class SuspectHandling implements HandlerEnhancerDefinition {

    private final ObjectProvider<PlatformTransactionManager> transactionManager;

    SuspectHandling(ObjectProvider<PlatformTransactionManager> transactionManager) {
        this.transactionManager = transactionManager;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.canHandleMessageType(EventMessage.class) ? new Apart<>(original) : original;
    }

    private final class Apart<T> extends WrappedMessageHandlingMember<T> {

        Apart(MessageHandlingMember<T> delegate) {
            super(delegate);
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            var position = OneByOne.position();
            return position == null ? super.handle(message, target) : handleApart(message, target, position);
        }

        private @Nullable Object handleApart(Message<?> message, @Nullable T target, Runnable position) {
            var own = new TransactionTemplate(transactionManager.getObject());
            own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            own.executeWithoutResult(status -> {
                handleUnchecked(message, target);
                position.run();
            });
            return null;
        }

        private void handleUnchecked(Message<?> message, @Nullable T target) {
            try {
                super.handle(message, target);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new HandlerFailedException(e);
            }
        }
    }

    /** Carries a checked exception of a handler out of its transaction. */
    static final class HandlerFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HandlerFailedException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
