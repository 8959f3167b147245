package com.pitstop.chassis.processing;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Takes a batch apart that could not be committed.
 *
 * <p>Events are handled in batches, one transaction each. What a database refuses may show only when the batch is
 * flushed, when nobody knows any more whose fault it was, and from then on the transaction cannot even take a dead
 * letter. So the events of a batch that rolled back are suspects: when they come again, each is handled in a
 * transaction of its own that also stores the position behind it. The one that fails is parked, the others go through.
 */
class OneByOne implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final ThreadLocal<@Nullable Runnable> POSITION = new ThreadLocal<>();

    private final String processor;
    private final TokenStore tokens;
    private final Cache<String, Boolean> suspects =
            Caffeine.newBuilder().maximumSize(10_000).build();

    OneByOne(String processor, TokenStore tokens) {
        this.processor = processor;
        this.tokens = tokens;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var event = unitOfWork.getMessage();
        var identifier = event.getIdentifier();
        unitOfWork.onRollback(failed -> suspects.put(identifier, true));
        if (suspects.getIfPresent(identifier) == null) {
            return chain.proceed();
        }
        unitOfWork.afterCommit(handled -> suspects.invalidate(identifier));
        POSITION.set(() -> storePositionBehind(event));
        try {
            return chain.proceed();
        } finally {
            POSITION.remove();
        }
    }

    /** What to do in a suspect's own transaction after handling it; null when the event at hand is no suspect. */
    static @Nullable Runnable position() {
        return POSITION.get();
    }

    /** For work that has no position to store, such as a dead letter that is tried again. */
    static void runApart(Runnable work) {
        POSITION.set(() -> {});
        try {
            work.run();
        } finally {
            POSITION.remove();
        }
    }

    private void storePositionBehind(EventMessage<?> event) {
        Integer segment = CurrentUnitOfWork.get().root().getResource("Processor[" + processor + "]/SegmentId");
        if (segment != null && event instanceof TrackedEventMessage<?> tracked) {
            TrackingToken token = tracked.trackingToken();
            tokens.storeToken(token, processor, segment);
        }
    }
}
