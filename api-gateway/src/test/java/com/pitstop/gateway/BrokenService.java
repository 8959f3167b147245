package com.pitstop.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that is not well: it takes connections, and then nothing good comes of it. */
final class BrokenService implements AutoCloseable {

    interface Manner {
        void treat(Socket connection) throws IOException;
    }

    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    private BrokenService() throws IOException {
        server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    }

    /** As under SIGSTOP: the system takes connections, the process does nothing. */
    static BrokenService frozen() throws IOException {
        return new BrokenService();
    }

    /** Reads a request, does this, and is gone. */
    static BrokenService which(Manner manner) throws IOException {
        var service = new BrokenService();
        var thread = new Thread(() -> service.serve(manner), "broken-service");
        thread.setDaemon(true);
        thread.start();
        return service;
    }

    static BrokenService whichHangsUp() throws IOException {
        return which(connection -> connection.setSoLinger(true, 0));
    }

    int connections() {
        return connections.get();
    }

    String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    private void serve(Manner manner) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                connections.incrementAndGet();
                if (connection.getInputStream().read(new byte[8192]) > 0) {
                    manner.treat(connection);
                }
            } catch (IOException e) {
                // closed by the test, or by the gateway
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
