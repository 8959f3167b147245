package com.pitstop.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.pitstop.launcher.Service;
import com.pitstop.launcher.ServiceProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** A service of {@code docker-compose.yml} as a process: the command of its image, in the environment of the file. */
final class Container implements AutoCloseable {

    private static final int STOPPED_BY_SIGTERM = 143;

    private final ServiceProcess process;
    private final String healthAddress;

    private Container(ServiceProcess process, String healthAddress) {
        this.process = process;
        this.healthAddress = healthAddress;
        Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
    }

    /** @param ports of the service itself, for its API and for its operators */
    static Container start(Image image, String name, Map<String, String> environment, int[] ports, Path log)
            throws IOException {
        var here = new HashMap<>(environment);
        here.putAll(Map.of(
                "SERVER_PORT", String.valueOf(ports[0]),
                "MANAGEMENT_SERVER_PORT", String.valueOf(ports[1])));
        var health = new ComposeFile().healthAddress(name).replace(":8081/", ":" + ports[1] + "/");
        return new Container(
                ServiceProcess.start(new Service(name, ports[0], ports[1], here), image.command(), log), health);
    }

    ServiceProcess process() {
        return process;
    }

    String healthAddress() {
        return healthAddress;
    }

    /** What {@code docker stop} does. */
    void stop() {
        process.stop();
        assertThat(process.exitCode()).as(process.service().name()).isEqualTo(STOPPED_BY_SIGTERM);
    }

    @Override
    public void close() {
        process.kill();
    }
}
