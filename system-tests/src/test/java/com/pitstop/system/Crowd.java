package com.pitstop.system;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients who ask for something again and again, all at the same time, until they are told to stop. */
final class Crowd implements AutoCloseable {

    /** What one of them does, each time. */
    interface Request {

        void run() throws Exception;
    }

    /** Milliseconds. Clients who never draw breath would leave a small machine no time to start anything. */
    private static final int BETWEEN_REQUESTS = 20;

    private final ExecutorService threads;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final List<Future<?>> clients;

    private Crowd(int size, Request request) {
        threads = Executors.newFixedThreadPool(size);
        clients = IntStream.range(0, size)
                .<Future<?>>mapToObj(number -> threads.submit(() -> {
                    while (!enough.get()) {
                        request.run();
                        TimeUnit.MILLISECONDS.sleep(BETWEEN_REQUESTS);
                    }
                    return null;
                }))
                .toList();
    }

    static Crowd of(int size, Request request) {
        return new Crowd(size, request);
    }

    /** Whether one of them met with what should not be. */
    boolean complained() {
        return clients.stream().anyMatch(Future::isDone);
    }

    /** Lets all finish what they began, and throws what went wrong for one of them. */
    @Override
    public void close() throws ExecutionException {
        enough.set(true);
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(150, TimeUnit.SECONDS)).isTrue();
            for (var client : clients) {
                client.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
