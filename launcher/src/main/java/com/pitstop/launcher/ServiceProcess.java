package com.pitstop.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service that runs as a process of its own, and writes to a log of its own. */
public final class ServiceProcess {

    private static final int SECONDS_TO_STOP = 30;
    private static final int MILLISECONDS_FOR_HEALTH = 2_000;

    private final Service service;
    private final Process process;
    private final Path log;

    private ServiceProcess(Service service, Process process, Path log) {
        this.service = service;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param java the command and its options, up to and with the jar
     */
    public static ServiceProcess start(Service service, List<String> java, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(new ArrayList<>(java))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(service.environment());
        return new ServiceProcess(service, builder.start(), log);
    }

    public Service service() {
        return service;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it says itself that it can do its work. */
    public boolean isReady() {
        try {
            var health = (HttpURLConnection)
                    URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(service.managementPort()))
                            .toURL()
                            .openConnection();
            health.setConnectTimeout(MILLISECONDS_FOR_HEALTH);
            health.setReadTimeout(MILLISECONDS_FOR_HEALTH);
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks it to end what it does, and waits until it has. One that does not is ended. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once, in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public int exitCode() {
        return process.exitValue();
    }
}
