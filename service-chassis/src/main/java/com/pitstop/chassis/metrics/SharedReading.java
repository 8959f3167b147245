package com.pitstop.chassis.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * What all gauges of a scrape read, so that a scrape reads it once. Where it comes from may be gone or slow: then there
 * is no reading, rather than a scrape that fails or hangs.
 */
class SharedReading<T> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Callable<T> source;
    private final Duration goodFor;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(new AxonThreadFactory("Metrics"));

    private @Nullable Future<T> underWay;
    private Optional<T> latest = Optional.empty();
    private long validUntil = System.nanoTime();

    SharedReading(Callable<T> source, Duration goodFor) {
        this.source = source;
        this.goodFor = goodFor;
    }

    /** Empty when there is none to be had now. */
    synchronized Optional<T> latest() {
        if (System.nanoTime() - validUntil >= 0) {
            latest = read();
            validUntil = System.nanoTime() + goodFor.toNanos();
        }
        return latest;
    }

    private Optional<T> read() {
        var reading = underWay == null || underWay.isDone() ? reader.submit(source) : underWay;
        underWay = reading;
        try {
            return Optional.of(reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException nothing) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Interrupts nothing: H2 would take it for the end of its file. */
    @Override
    public void close() {
        reader.shutdown();
    }
}
