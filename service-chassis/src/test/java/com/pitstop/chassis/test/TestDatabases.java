package com.pitstop.chassis.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Fresh databases for tests, as settings of a service: H2 as in production, and a real PostgreSQL that syncs. */
public final class TestDatabases {

    private static final String H2 = "jdbc:h2:file:./target/test-data/%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;"
            + "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private TestDatabases() {}

    /** A database on H2, on free ports. */
    public static Map<String, Object> h2() {
        return settings(H2.formatted(UUID.randomUUID()), "pitstop", "");
    }

    /** A database on a PostgreSQL that all tests of this process share, on free ports. */
    public static Map<String, Object> postgres() {
        return settings(newDatabase(), "postgres", "postgres");
    }

    /** The JDBC URL of a new database on that PostgreSQL, for its user and with its password {@code postgres}. */
    public static String newDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** The settings as arguments of a service, which nothing else overrides. */
    public static String[] arguments(Map<String, Object> settings, String... more) {
        return Stream.concat(
                        settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static Map<String, Object> settings(String url, String user, String password) {
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                user,
                "spring.datasource.password",
                password,
                "spring.datasource.hikari.maximum-pool-size",
                16,
                "server.port",
                0,
                "management.server.port",
                0);
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
