package com.pitstop.notification.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as a test wants, on a free port. It says nothing at all where the answer is empty. */
final class MailServerOfTest implements AutoCloseable {

    private final Map<String, String> answers;
    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** Answers by the first word of what it hears; the greeting is the answer to nothing, and others are OK. */
    MailServerOfTest(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "MailServerOfTest");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The first words of what it was told. */
    List<String> heard() {
        return new ArrayList<>(heard);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                open.add(connection);
                talk(connection);
            } catch (IOException e) {
                // the other side or the test has had enough
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        answer(connection, "", "220 ready");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.split("[ :]", 2)[0];
            heard.add(command);
            answer(connection, command, command.equals("DATA") ? "354 go on" : "250 OK");
            if (command.equals("DATA") && !answers.containsKey("DATA")) {
                while (!in.readLine().equals(".")) {}
                answer(connection, ".", "250 OK");
            }
        }
    }

    private void answer(Socket connection, String command, String usually) throws IOException {
        var answer = answers.getOrDefault(command, usually);
        if (!answer.isEmpty()) {
            connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var connection : open) {
            connection.close();
        }
    }
}
