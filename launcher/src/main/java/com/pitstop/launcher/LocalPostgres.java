package com.pitstop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of our own on this machine, that writes to disk before it acknowledges. Nobody else can reach it. */
public final class LocalPostgres implements AutoCloseable {

    static final String USER = "postgres";
    static final String PASSWORD = "postgres";

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it on what the folder holds, and makes the databases that are not there yet. It runs until it is closed, also
     * when this process ends before.
     */
    public static LocalPostgres start(Path data, int port, List<String> databases) throws IOException, SQLException {
        var postgres = new LocalPostgres(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // it has to end after those who use it
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "800")
                .start());
        for (var database : databases) {
            postgres.make(database);
        }
        return postgres;
    }

    /** The JDBC address, up to and without the name of a database. */
    public String address() {
        return address(server.getPort());
    }

    static String address(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/".formatted(port);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(String database) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            exists.setString(1, database);
            try (var found = exists.executeQuery();
                    var create = connection.createStatement()) {
                if (!found.next()) {
                    create.execute("create database " + database);
                }
            }
        }
    }
}
