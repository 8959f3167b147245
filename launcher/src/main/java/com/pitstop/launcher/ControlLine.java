package com.pitstop.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * How {@code ./pitstop stop} and {@code ./pitstop start} reach the garage that runs on the same data folder: one line
 * there, one line back. A file in the folder says on which port, and holds a word that only its owner can read.
 */
final class ControlLine implements AutoCloseable {

    private static final String FILE = "services.control";

    private final Path file;
    private final ServerSocket line;
    private final String password = UUID.randomUUID().toString();

    private ControlLine(Path file, ServerSocket line) {
        this.file = file;
        this.line = line;
    }

    /** @param answer from a line asked to the line answered */
    static ControlLine open(Path data, UnaryOperator<String> answer) throws IOException {
        var control = new ControlLine(data.resolve(FILE), new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
        Files.deleteIfExists(control.file);
        Files.createFile(
                control.file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(control.file, control.line.getLocalPort() + " " + control.password);
        var thread = new Thread(() -> control.answerAll(answer), "control");
        thread.setDaemon(true);
        thread.start();
        return control;
    }

    /** Empty when nobody runs a garage on that folder. */
    static Optional<String> ask(Path data, String question) throws IOException {
        try {
            var portAndPassword = Files.readString(data.resolve(FILE)).split(" ", 2);
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(portAndPassword[0]))) {
                writer(socket).println(portAndPassword[1] + " " + question);
                return Optional.ofNullable(reader(socket).readLine());
            }
        } catch (NoSuchFileException | java.net.ConnectException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
        Files.deleteIfExists(file);
    }

    private void answerAll(UnaryOperator<String> answer) {
        while (!line.isClosed()) {
            try (var socket = line.accept()) {
                var asked = reader(socket).readLine();
                if (asked != null && asked.startsWith(password + " ")) {
                    writer(socket).println(answer.apply(asked.substring(password.length() + 1)));
                }
            } catch (IOException e) {
                // Who asked is gone, or the line was closed.
            }
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static PrintWriter writer(Socket socket) throws IOException {
        return new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8), true);
    }
}
