package com.pitstop.system;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports, each given once. From below those that the system gives to the near end of connections: a service that is
 * stopped and started again must find its own still free.
 */
final class Ports {

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    static int free() {
        return pair();
    }

    /** The first of two in a row. */
    static int pair() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST) / 2 * 2;
            if (GIVEN.add(port) && isFree(port) && isFree(port + 1)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
