package com.pitstop.chassis.processing;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The thread that hands events out to the segments of a processor: at a pace while there are any. Left to
 * itself it does so at every commit, which makes batches of one; and when the queue of a segment is full, 1,024 events,
 * it looks again after 100 ms, so that no processor gets beyond 10,000 events a second. Longer waits stay as they are, up
 * to five seconds: after a database was away for a while it would let up to a minute pass.
 *
 * <p>A processor that is kept busy gathers for longer: every batch is a commit, and on two cores the commits
 * of the read models are what the commands wait for. A few events in a row, such as the steps of one piece of work, are
 * not enough for that, nor is a backlog: nobody wakes a processor that has one.
 */
class PacedCoordinator extends ScheduledThreadPoolExecutor {

    /** For what somebody may look at the moment after. */
    static final Duration USUAL = Duration.ofMillis(10);

    /** For what can wait a little: fewer and larger batches take less of the processors' time. */
    static final Duration LEISURELY = Duration.ofMillis(200);

    /** How many looks in a row, each soon after the last, are load. */
    static final int LOAD = 25;

    private static final long UNDER_LOAD = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long SOON = UNDER_LOAD + TimeUnit.MILLISECONDS.toNanos(20);
    private static final long NOT_WOKEN_FOR_LONG = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long WAIT_WHILE_FULL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(5);

    private final long pace;
    private final LongSupplier nanoTime;
    private volatile @Nullable Thread coordinator;
    private long lastWoken;
    private long lastLook;
    private int looksInARow;

    PacedCoordinator(String processor, Duration pace) {
        this(processor, pace, System::nanoTime);
    }

    PacedCoordinator(String processor, Duration pace, LongSupplier nanoTime) {
        super(1, new AxonThreadFactory("Coordinator[" + processor + "]"));
        this.pace = pace.toNanos();
        this.nanoTime = nanoTime;
        this.lastWoken = nanoTime.getAsLong();
        this.lastLook = lastWoken;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, paced(unit.toNanos(delay)), TimeUnit.NANOSECONDS);
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        coordinator = thread;
    }

    private long paced(long delay) {
        if (delay > WAIT_WHILE_FULL) {
            return Math.min(delay, LONGEST_WAIT);
        }
        return delay <= 0 && isUnderLoad() ? Math.max(pace, UNDER_LOAD) : pace;
    }

    private synchronized boolean isUnderLoad() {
        var now = nanoTime.getAsLong();
        looksInARow = now - lastLook < SOON ? Math.min(looksInARow + 1, LOAD) : 0;
        lastLook = now;
        if (Thread.currentThread() != coordinator) {
            lastWoken = now;
        }
        return looksInARow == LOAD && now - lastWoken < NOT_WOKEN_FOR_LONG;
    }
}
