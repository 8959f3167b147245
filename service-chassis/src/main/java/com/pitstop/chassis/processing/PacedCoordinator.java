package com.pitstop.chassis.processing;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.AxonThreadFactory;

/**
 * The thread that hands events out to the segments of a processor: every ten milliseconds while there are any. Left to
 * itself it does so at every commit, which makes batches of one; and when the queue of a segment is full, 1,024 events,
 * it looks again after 100 ms, so that no processor gets beyond 10,000 events a second. Longer waits stay as they are, up
 * to five seconds: after a database was away for a while it would let up to a minute pass.
 */
class PacedCoordinator extends ScheduledThreadPoolExecutor {

    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long WAIT_WHILE_FULL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(5);

    PacedCoordinator(String processor) {
        super(1, new AxonThreadFactory("Coordinator[" + processor + "]"));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, paced(unit.toNanos(delay)), TimeUnit.NANOSECONDS);
    }

    private static long paced(long delay) {
        return delay <= WAIT_WHILE_FULL ? PACE : Math.min(delay, LONGEST_WAIT);
    }
}
