package com.pitstop.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a port of this machine that can be cut: what is sent then arrives nowhere, and nobody is told. */
final class CutLine implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private CutLine(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    static CutLine to(int port) throws IOException {
        var line = new CutLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        line.background(line::acceptAll);
        return line;
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut() {
        cut = true;
    }

    /** Connections from before are gone for good; new ones work. */
    void mend() {
        closeAll();
        cut = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        closeAll();
    }

    private void acceptAll() throws IOException {
        while (!entrance.isClosed()) {
            var here = entrance.accept();
            var there = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(here);
            open.add(there);
            background(() -> pump(here, there));
            background(() -> pump(there, here));
        }
    }

    private void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            var buffer = new byte[8192];
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!cut) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        }
    }

    private void closeAll() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                // Closed is what it should be.
            }
        });
        open.clear();
    }

    private void background(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The line ends here.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {

        void run() throws IOException;
    }
}
