package com.pitstop.chassis.idempotency;

import java.util.Optional;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets a command with a request key have its effect once. A refused command uses no key up: nothing is appended, and
 * the request may be repeated.
 */
class OncePerKey implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final ObjectProvider<AcceptedRequests> acceptedRequests;

    OncePerKey(ObjectProvider<AcceptedRequests> acceptedRequests) {
        this.acceptedRequests = acceptedRequests;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Optional<RequestKey> key = RequestKey.of(unitOfWork.getMessage());
        return key.isPresent() ? handleOnce(key.get(), chain) : chain.proceed();
    }

    private @Nullable Object handleOnce(RequestKey key, InterceptorChain chain) throws Exception {
        var accepted = acceptedRequests.getObject();
        if (accepted.contain(key)) {
            return null;
        }
        var result = chain.proceed();
        accepted.add(key);
        return result;
    }
}
