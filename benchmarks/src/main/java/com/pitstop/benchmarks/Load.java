package com.pitstop.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** So many clients, so long, each as fast as it is answered. */
final class Load {

    private Load() {}

    /** Requests per second. */
    static double perSecond(int port, int clients, Duration duration, Consumer<Client> request) throws Exception {
        var count = new AtomicLong();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var began = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> repeat(port, began + duration.toNanos(), request, count)));
            }
            for (var client : running) {
                client.get();
            }
            return count.get() / ((System.nanoTime() - began) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    /** Each client so many requests. */
    static void times(int port, int clients, int times, Consumer<Client> request) throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var running = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> {
                        try (var client = new Client(port)) {
                            IntStream.range(0, times).forEach(time -> request.accept(client));
                        }
                    }))
                    .toList();
            for (var client : running) {
                client.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void repeat(int port, long until, Consumer<Client> request, AtomicLong count) {
        try (var client = new Client(port)) {
            while (System.nanoTime() < until) {
                request.accept(client);
                count.incrementAndGet();
            }
        }
    }

    /** Median duration of one request, in microseconds. */
    static double medianMicroseconds(int times, Runnable request) {
        return microseconds(times, request)[times / 2];
    }

    /** The duration of each request, in microseconds. Sorted. */
    static double[] microseconds(int times, Runnable request) {
        return IntStream.range(0, times)
                .mapToDouble(i -> {
                    var began = System.nanoTime();
                    request.run();
                    return (System.nanoTime() - began) / 1e3;
                })
                .sorted()
                .toArray();
    }

    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
