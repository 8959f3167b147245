package com.pitstop.chassis.rounds;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.pitstop.chassis.messaging.Setback;

/** Does what a round finds in threads of its own, some of it at a time: what is slow keeps nothing else waiting for long. */
public final class SomeAtATime {

    private static final Logger LOG = LoggerFactory.getLogger(SomeAtATime.class);

    private final String purpose;
    private final int atOnce;
    private final Semaphore free;
    private final ExecutorService threads;

    /**
     * @param purpose what for, as in {@code send mails}
     * @param threads what its threads are called
     */
    public SomeAtATime(String purpose, String threads, int atOnce) {
        this.purpose = purpose;
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
        this.threads = Executors.newFixedThreadPool(atOnce, new AxonThreadFactory(threads));
    }

    public String purpose() {
        return purpose;
    }

    /** How much more may be begun now. */
    public int room() {
        return free.availablePermits();
    }

    /** Once there is room. When it fails the log says so, unless the next look will tell of what is away for a while. */
    public void begin(Runnable work) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                failed(failure);
            } finally {
                free.release();
            }
        });
    }

    private void failed(RuntimeException failure) {
        if (Setback.of(failure).isEmpty()) {
            LOG.warn("To {} failed, and is tried again", purpose, failure);
        }
    }

    /** Waits for what was begun, but no longer than this. */
    public void finish(Duration patience) {
        try {
            if (free.tryAcquire(atOnce, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(atOnce);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing more is begun, and what goes on is interrupted. */
    public void close() {
        threads.shutdownNow();
    }
}
