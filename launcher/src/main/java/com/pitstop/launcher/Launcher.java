package com.pitstop.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** What {@code ./pitstop services}, {@code ./pitstop stop} and {@code ./pitstop start} run. */
public final class Launcher {

    private static final PrintStream OUT = System.out;

    private static final int PORTS_BETWEEN_SERVICES = 10;
    private static final int POSTGRES_AFTER_THE_GATEWAY = 2;

    private Launcher() {}

    /**
     * Does what was asked for.
     *
     * @param arguments the folder of the project, that of the data, the command, and what belongs to it
     */
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        var root = Path.of(arguments[0]);
        var data = Path.of(arguments[1]);
        switch (arguments[2]) {
            case "services" ->
                System.exit(services(
                        root,
                        data,
                        Integer.parseInt(arguments[3]),
                        Optional.of(arguments[4]).filter(server -> !server.isEmpty())));
            default -> System.exit(tell(data, arguments[2] + " " + arguments[3]));
        }
    }

    private static int tell(Path data, String question) throws IOException {
        var answer = ControlLine.ask(data, question);
        OUT.println(
                answer.orElse("no services run on the data folder " + data + "; start them with ./pitstop services"));
        return answer.filter(said -> said.contains(" is ")).isPresent() ? 0 : 1;
    }

    private static int services(Path root, Path data, int port, Optional<String> axonServer)
            throws IOException, SQLException, InterruptedException {
        if (ControlLine.ask(data, "status").isPresent()) {
            OUT.println("pitstop: services run on the data folder " + data + " already");
            return 1;
        }
        var postgresPort = port + POSTGRES_AFTER_THE_GATEWAY;
        var services =
                new Topology(LocalPostgres.address(postgresPort), axonServer, number -> port(port, number)).services();
        var taken = takenPorts(services, postgresPort);
        if (!taken.isEmpty()) {
            OUT.println("pitstop: in use by others, and needed: ports " + taken + "; choose another with --port");
            return 1;
        }
        var postgres = LocalPostgres.start(data.resolve("postgresql"), postgresPort, Topology.DATABASES);
        var garage = new Garage(services, new Programs(root), data.resolve("logs"), javaOptions());
        var control = ControlLine.open(data, question -> answer(garage, question));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(garage, postgres, control), "stop"));
        return run(garage);
    }

    private static int run(Garage garage) throws IOException, InterruptedException {
        garage.startAll();
        OUT.println("Starting the services; the first time takes a minute.");
        if (!garage.awaitAll()) {
            OUT.println("pitstop: not every service started");
            OUT.println(garage.table());
            return 1;
        }
        OUT.println(garage.table());
        OUT.println("Ready. ./pitstop stop <service> and ./pitstop start <service> show an outage; Ctrl-C stops all.");
        new CountDownLatch(1).await();
        return 0;
    }

    private static String answer(Garage garage, String question) {
        var words = question.split(" ", 2);
        try {
            return switch (words[0]) {
                case "stop" -> garage.stop(words[1]);
                case "start" -> garage.start(words[1]);
                default -> "running";
            };
        } catch (IOException e) {
            return "it cannot be started: " + e.getMessage();
        }
    }

    private static void shutDown(Garage garage, LocalPostgres postgres, ControlLine control) {
        garage.close();
        postgres.close();
        try {
            control.close();
        } catch (IOException e) {
            OUT.println("pitstop: " + e.getMessage());
        }
    }

    private static int port(int first, int number) {
        return first + number * PORTS_BETWEEN_SERVICES;
    }

    private static List<Integer> takenPorts(List<Service> services, int postgresPort) {
        return Stream.concat(
                        services.stream().flatMap(service -> Stream.of(service.port(), service.managementPort())),
                        Stream.of(postgresPort))
                .filter(Launcher::isTaken)
                .sorted()
                .toList();
    }

    private static boolean isTaken(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
            return !probe.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static List<String> javaOptions() {
        return Optional.ofNullable(System.getenv("PITSTOP_JAVA_OPTIONS")).stream()
                .flatMap(options -> Stream.of(options.trim().split("\\s+")))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
