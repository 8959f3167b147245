package com.pitstop.chassis.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

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
    private final Function<Throwable, Outcome> failures;
    private final Map<Ending, Timer> timers = new ConcurrentHashMap<>();

    /**
     * @param metric the name of the timer
     * @param label the label that holds the type of the message
     * @param failures what a failure comes to
     */
    TimedMessages(MeterRegistry registry, String metric, String label, Function<Throwable, Outcome> failures) {
        this.registry = registry;
        this.metric = metric;
        this.label = label;
        this.failures = failures;
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        return new Running(message.getPayloadType(), System.nanoTime());
    }

    private Timer timer(Ending ending) {
        return Timer.builder(metric)
                .description("Messages handled, by type and by how they ended")
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
            end(failures.apply(cause));
        }

        @Override
        public void reportIgnored() {}

        private void end(Outcome outcome) {
            timers.computeIfAbsent(new Ending(type, outcome), TimedMessages.this::timer)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }
}
