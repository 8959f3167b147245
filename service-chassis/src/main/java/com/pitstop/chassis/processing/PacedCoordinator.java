package com.pitstop.chassis.processing;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.AxonThreadFactory;

/**
 * The thread that hands events out to the segments of a processor: at a pace while there are any. Left to
 * itself it does so at every commit, which makes batches of one; and when the queue of a segment is full, 1,024 events,
 * it looks again after 100 ms, so that no processor gets beyond 10,000 events a second. Longer waits stay as they are, up
 * to five seconds: after a database was away for a while it would let up to a minute pass.
 */
class PacedCoordinator extends ScheduledThreadPoolExecutor {

    /** For what somebody may look at the moment after. */
    static final Duration USUAL = Duration.ofMillis(10);

    /** For what can wait a little: fewer and larger batches take less of the processors' time. */
    static final Duration LEISURELY = Duration.ofMillis(200);

    private static final long WAIT_WHILE_FULL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(5);

    private final long pace;

    PacedCoordinator(String processor, Duration pace) {
        super(1, new AxonThreadFactory("Coordinator[" + processor + "]"));
        this.pace = pace.toNanos();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, paced(unit.toNanos(delay)), TimeUnit.NANOSECONDS);
    }

    private long paced(long delay) {
        return delay <= WAIT_WHILE_FULL ? pace : Math.min(delay, LONGEST_WAIT);
    }
}
