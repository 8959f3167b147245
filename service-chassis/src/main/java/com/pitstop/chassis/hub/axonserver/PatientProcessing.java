package com.pitstop.chassis.hub.axonserver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Starts event processors when the hub is there. One that has no position yet asks the hub for its first, gives up after
 * three seconds, and takes the whole service with it.
 */
class PatientProcessing extends EventProcessingModule {

    private final AxonServerConnectionManager connections;
    private final ScheduledExecutorService thread;

    PatientProcessing(AxonServerConnectionManager connections, ScheduledExecutorService thread) {
        this.connections = connections;
        this.thread = thread;
    }

    @Override
    protected EventProcessor pooledStreamingEventProcessor(
            String name,
            EventHandlerInvoker handlers,
            Configuration configuration,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            PooledStreamingProcessorConfiguration settings) {
        return super.pooledStreamingEventProcessor(
                name, handlers, configuration, events, settings.andThen((c, processor) -> patient(processor)));
    }

    private PooledStreamingEventProcessor.Builder patient(PooledStreamingEventProcessor.Builder settings) {
        return new PooledStreamingEventProcessor.Builder() {
            @Override
            public PooledStreamingEventProcessor build() {
                return new Patient(settings);
            }
        };
    }

    private final class Patient extends PooledStreamingEventProcessor {

        private @Nullable ScheduledFuture<?> nextTry;

        Patient(Builder settings) {
            super(settings);
        }

        @Override
        public synchronized void start() {
            nextTry = null;
            if (connections.isConnected(connections.getDefaultContext())) {
                super.start();
            } else {
                tryLater();
            }
        }

        private void tryLater() {
            nextTry = thread.schedule(this::tryAgain, 500, TimeUnit.MILLISECONDS);
        }

        private synchronized void tryAgain() {
            if (nextTry == null) {
                return;
            }
            try {
                start();
            } catch (RuntimeException goneAgain) {
                tryLater();
            }
        }

        @Override
        public synchronized CompletableFuture<Void> shutdownAsync() {
            if (nextTry != null) {
                nextTry.cancel(false);
                nextTry = null;
            }
            return super.shutdownAsync();
        }

        /** One that waits for the hub is not paused. */
        @Override
        public boolean isRunning() {
            return isWaiting() || super.isRunning();
        }

        @Override
        public boolean isError() {
            return isWaiting() || super.isError();
        }

        private synchronized boolean isWaiting() {
            return nextTry != null;
        }
    }
}
