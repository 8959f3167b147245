package com.pitstop.launcher;

import java.util.HashMap;
import java.util.Map;

/**
 * One service as it is to run: which program, where it listens and what it is told by its environment.
 *
 * @param name of the module, and of the log
 * @param port of its API
 * @param managementPort of its health and metrics
 */
public record Service(String name, int port, int managementPort, Map<String, String> environment) {

    public Service {
        environment = Map.copyOf(environment);
    }

    /** The same, listening here, and for its operators on the next port. */
    public Service onPort(int here) {
        return new Service(name, here, here + 1, environment)
                .with(Map.of("SERVER_PORT", String.valueOf(here), "MANAGEMENT_SERVER_PORT", String.valueOf(here + 1)));
    }

    /** The same, told something more or something else. */
    public Service with(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new Service(name, port, managementPort, all);
    }
}
