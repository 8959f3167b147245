package com.pitstop.chassis.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Times each event handler of a processing group. At the handler and not at its processor, which sees an event that was
 * parked as one that went well, and asks about events that nobody here handles.
 */
class TimedEventHandling implements HandlerEnhancerDefinition {

    private final Supplier<MeterRegistry> registry;

    TimedEventHandling(Supplier<MeterRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        var group = original.declaringClass().getAnnotation(ProcessingGroup.class);
        return group != null && original.canHandleMessageType(EventMessage.class)
                ? new Timed<>(original, group.value())
                : original;
    }

    private final class Timed<T> extends WrappedMessageHandlingMember<T> {

        private final Supplier<Timer> successes;
        private final Supplier<Timer> failures;

        Timed(MessageHandlingMember<T> delegate, String group) {
            super(delegate);
            successes = timer(group, delegate.payloadType(), Outcome.SUCCESS);
            failures = timer(group, delegate.payloadType(), Outcome.FAILURE);
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            var start = System.nanoTime();
            var timer = failures;
            try {
                var result = super.handle(message, target);
                timer = successes;
                return result;
            } finally {
                timer.get().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
        }
    }

    private Supplier<Timer> timer(String processor, Class<?> event, Outcome outcome) {
        return SingletonSupplier.of(() -> Timer.builder("pitstop.events")
                .description("Events handled, the commit of their batch not included")
                .tag("processor", processor)
                .tag("event", event.getSimpleName())
                .tag("outcome", outcome.label())
                .register(registry.get()));
    }
}
