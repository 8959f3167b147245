package com.pitstop.chassis.audit;

import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitorCallback;
import org.jspecify.annotations.Nullable;

/** Notes that a thread published an event. The event store tells, at once and not only when the events are appended. */
class PublishedEvents implements MessageMonitor<Message<?>> {

    private static final ThreadLocal<@Nullable Boolean> NOTED = new ThreadLocal<>();

    /** Whether events were published meanwhile. What is done within other work counts for that too. */
    static boolean during(Runnable work) {
        var before = NOTED.get();
        NOTED.set(false);
        try {
            work.run();
            return Boolean.TRUE.equals(NOTED.get());
        } finally {
            if (before == null) {
                NOTED.remove();
            } else {
                NOTED.set(before || Boolean.TRUE.equals(NOTED.get()));
            }
        }
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> event) {
        if (NOTED.get() != null) {
            NOTED.set(true);
        }
        return NoOpMessageMonitorCallback.INSTANCE;
    }
}
