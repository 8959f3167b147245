package com.pitstop.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import com.pitstop.launcher.LocalPostgres;
import com.pitstop.launcher.Programs;
import com.pitstop.launcher.Service;
import com.pitstop.launcher.ServiceProcess;
import com.pitstop.launcher.Topology;

/** The services as {@code ./pitstop services} runs them, on the PostgreSQL they share, behind the gateway. */
final class ServicesApart implements AutoCloseable {

    private static final String VEHICLES = "vehicle-management";
    private static final String WORKSHOP = "workshop-management";
    private static final String EVENTHANDLER = "workshop-eventhandler";
    private static final int FIRST_PORT = 18_080;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final int PORTS_OF_A_SERVICE = 10;

    private final Path folder;
    private final LocalPostgres postgres;
    private final Programs programs = new Programs(Path.of(System.getProperty("pitstop.root")));
    private final List<Service> services;
    private final List<ServiceProcess> running = new ArrayList<>();

    private ServicesApart(Path folder, LocalPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
        this.services = new Topology(
                        postgres.address(), Optional.empty(), number -> FIRST_PORT + number * PORTS_OF_A_SERVICE)
                .services();
    }

    static ServicesApart start(Path folder) throws IOException, SQLException {
        var apart = new ServicesApart(
                folder, LocalPostgres.start(folder.resolve("postgresql"), FIRST_PORT - 10, Topology.DATABASES));
        Runtime.getRuntime().addShutdownHook(new Thread(apart::close));
        for (var service : apart.services) {
            apart.launch(service.with(Map.of("PITSTOP_GATEWAY_RATELIMIT_ENABLED", "false")));
        }
        apart.running.forEach(process -> await(process::isReady));
        return apart;
    }

    int gateway() {
        return service("api-gateway").port();
    }

    /** Milliseconds from sending a command to one process until the read model that another fills shows it. Sorted. */
    double[] commandToOtherReadModel(int times) throws SQLException {
        try (var client = new Client(service(VEHICLES).port());
                var workshop = DriverManager.getConnection(postgres.address() + "workshop", "postgres", "postgres")) {
            var waits = new double[times];
            for (int time = 0; time < times; time++) {
                var licenseNumber = "L-%d-Q".formatted(time);
                var began = System.nanoTime();
                client.send("POST", "/api/vehicles", """
                        {"licenseNumber":"%s","brand":"Volvo","type":"V60",\
                        "ownerId":"00000000-0000-0000-0000-000000000001"}""".formatted(licenseNumber));
                await(() -> isKnown(workshop, licenseNumber));
                waits[time] = (System.nanoTime() - began) / 1e6;
                pause(50); // an idle machine
            }
            Arrays.sort(waits);
            return waits;
        }
    }

    /** From the death of one of two processes until the other has all segments. */
    Duration takeover() throws IOException {
        var second = launch(service(EVENTHANDLER).onPort(FIRST_PORT + 200));
        await(second::isReady);
        await(() -> owners(second) == 2);
        process(EVENTHANDLER).kill();
        var began = System.nanoTime();
        await(() -> owners(second) == 1);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** From starting a service that was killed until it is ready. */
    Duration readyAgain() throws IOException {
        process(WORKSHOP).kill();
        var began = System.nanoTime();
        var again = launch(service(WORKSHOP));
        await(again::isReady);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        running.forEach(ServiceProcess::kill);
        postgres.close();
    }

    private static long owners(ServiceProcess process) {
        try (var operator = new Client(process.service().managementPort())) {
            var status = operator.send("GET", "/actuator/processors/workshop-jobs", "")
                    .body();
            return Arrays.stream(status.split("\"owner\":\"", -1))
                    .skip(1)
                    .map(rest -> rest.substring(0, rest.indexOf('"')))
                    .distinct()
                    .count();
        }
    }

    private static boolean isKnown(Connection workshop, String licenseNumber) {
        try (var statement = workshop.prepareStatement("select 1 from workshop.vehicle where license_number = ?")) {
            statement.setString(1, licenseNumber);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ServiceProcess process(String name) {
        return running.stream()
                .filter(process -> process.service().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ServiceProcess launch(Service service) throws IOException {
        var log = folder.resolve("%s-%d.log".formatted(service.name(), running.size()));
        var process = ServiceProcess.start(service, programs.command(service.name(), List.of()), log);
        running.add(process);
        return process;
    }

    private static void await(BooleanSupplier condition) {
        var until = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Nothing came of it for " + LONGEST_WAIT);
            }
            pause(1);
        }
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
