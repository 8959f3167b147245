package com.pitstop.chassis.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Times the messages of a bus by type and by how they ended. Unlike Axon's own monitors it builds each timer once, and
 * keeps no sample of every message for ten minutes.
 */
class TimedMessages implements MessageMonitor<Message<?>> {

    private record Ending(Class<?> type, Outcome outcome) {}

    private final MeterRegistry registry;
    private final String metric;
    private final String label;
    private final Map<Ending, Timer> timers = new ConcurrentHashMap<>();

    /**
     * @param metric the name of the timer
     * @param label the label that holds the type of the message
     */
    TimedMessages(MeterRegistry registry, String metric, String label) {
        this.registry = registry;
        this.metric = metric;
        this.label = label;
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        return new Running(message.getPayloadType(), System.nanoTime());
    }

    void ended(Class<?> type, Outcome outcome, long nanos) {
        timers.computeIfAbsent(new Ending(type, outcome), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Ending ending) {
        return Timer.builder(metric)
                .tag(label, ending.type().getSimpleName())
                .tag("outcome", ending.outcome().label())
                .register(registry);
    }

    private final class Running implements MonitorCallback {

        private final Class<?> type;
        private final long start;

        Running(Class<?> type, long start) {
            this.type = type;
            this.start = start;
        }

        @Override
        public void reportSuccess() {
            end(Outcome.SUCCESS);
        }

        @Override
        public void reportFailure(Throwable cause) {
            end(Outcome.of(cause));
        }

        @Override
        public void reportIgnored() {}

        private void end(Outcome outcome) {
            ended(type, outcome, System.nanoTime() - start);
        }
    }
}
