package com.pitstop.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The services of one data folder, each a process. Every one can be stopped and started while the others go on. */
final class Garage implements AutoCloseable {

    private static final int SECONDS_TO_START = 180;

    private final Programs programs;
    private final Path logs;
    private final List<String> javaOptions;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, ServiceProcess> running = new LinkedHashMap<>();
    private boolean closed;

    Garage(List<Service> services, Programs programs, Path logs, List<String> javaOptions) {
        services.forEach(service -> this.services.put(service.name(), service));
        this.programs = programs;
        this.logs = logs;
        this.javaOptions = List.copyOf(javaOptions);
    }

    synchronized void startAll() throws IOException {
        for (var service : services.values()) {
            launch(service);
        }
    }

    /** Waits until every service is ready. False when one ended instead, or took too long. */
    boolean awaitAll() {
        var all = processes();
        return waitFor(() -> all.stream().allMatch(ServiceProcess::isReady)
                        || all.stream().anyMatch(one -> !one.isAlive()))
                && all.stream().allMatch(ServiceProcess::isAlive);
    }

    synchronized String start(String name) throws IOException {
        var service = services.get(name);
        if (service == null) {
            return unknown(name);
        }
        var before = running.get(name);
        if (before != null && before.isAlive()) {
            return name + " runs already";
        }
        var process = launch(service);
        return waitFor(() -> process.isReady() || !process.isAlive()) && process.isAlive()
                ? "%s is ready, as process %d".formatted(name, process.pid())
                : "%s did not start; see %s".formatted(name, process.log());
    }

    synchronized String stop(String name) {
        if (!services.containsKey(name)) {
            return unknown(name);
        }
        var process = running.get(name);
        if (process == null || !process.isAlive()) {
            return name + " does not run";
        }
        process.stop();
        return name + " is stopped";
    }

    /** The services that were started, those that ended since included. */
    synchronized List<ServiceProcess> processes() {
        return List.copyOf(running.values());
    }

    /** What runs where, as a table. */
    synchronized String table() {
        var rows = new ArrayList<String>();
        rows.add("%-22s %-24s %-34s %-8s %s".formatted("service", "API", "operations", "process", "log"));
        running.forEach((name, process) -> rows.add("%-22s %-24s %-34s %-8s %s"
                .formatted(
                        name,
                        "http://localhost:" + process.service().port(),
                        "http://localhost:%d/actuator"
                                .formatted(process.service().managementPort()),
                        process.isAlive() ? process.pid() : "ended",
                        process.log())));
        return String.join(System.lineSeparator(), rows);
    }

    /** Stops the gateway first, so that what it has begun can end, and then the others together. */
    @Override
    public synchronized void close() {
        closed = true;
        var last = new ArrayList<>(running.values());
        Collections.reverse(last);
        last.stream().limit(1).forEach(ServiceProcess::stop);
        var others = last.stream()
                .skip(1)
                .map(process -> CompletableFuture.runAsync(process::stop, task -> new Thread(task).start()))
                .toList();
        others.forEach(CompletableFuture::join);
    }

    private ServiceProcess launch(Service service) throws IOException {
        if (closed) {
            throw new IOException("The garage is closing");
        }
        var process = ServiceProcess.start(
                service, programs.command(service.name(), javaOptions), logs.resolve(service.name() + ".log"));
        running.put(service.name(), process);
        return process;
    }

    private String unknown(String name) {
        return "there is no service %s; there are %s".formatted(name, String.join(", ", services.keySet()));
    }

    private static boolean waitFor(BooleanSupplier condition) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
