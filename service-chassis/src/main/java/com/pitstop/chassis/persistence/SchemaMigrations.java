package com.pitstop.chassis.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Brings the schema of every module up to date, each with a history of its own, before anything reads a table. Processes
 * that start at the same time do so one after the other.
 */
public class SchemaMigrations implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigrations.class);

    /** Ours among the locks that applications agree on in one database. */
    private static final long LOCK = 0x5069_7473_746f_70L;

    private final DataSource dataSource;
    private final List<ModuleSchema> schemas;
    private final Duration patience;
    private boolean postgres;

    /** With so much patience for a database that is not there yet. */
    public SchemaMigrations(DataSource dataSource, List<ModuleSchema> schemas, Duration patience) {
        this.dataSource = dataSource;
        this.schemas = List.copyOf(schemas);
        this.patience = patience;
    }

    /** Whether this is a PostgreSQL. Other databases here are embedded, and nobody else uses them. */
    public boolean onPostgres() {
        return postgres;
    }

    @Override
    public void afterPropertiesSet() throws SQLException, IOException {
        awaitDatabase();
        try (var connection = dataSource.getConnection()) {
            postgres = DatabaseDriver.fromJdbcUrl(connection.getMetaData().getURL()) == DatabaseDriver.POSTGRESQL;
            lock(connection, "pg_advisory_lock");
            try {
                for (var schema : schemas) {
                    migrate(schema);
                }
            } finally {
                lock(connection, "pg_advisory_unlock");
            }
        }
    }

    /** Not by way of the pool, which would complain at length each time. */
    private void awaitDatabase() {
        var deadline = System.nanoTime() + patience.toNanos();
        while (dataSource instanceof HikariDataSource pool && System.nanoTime() < deadline && !isThere(pool)) {
            LOG.info("Waiting for the database at {}", pool.getJdbcUrl());
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isThere(HikariDataSource pool) {
        try (var connection = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void lock(Connection connection, String function) throws SQLException {
        if (postgres) {
            try (var statement = connection.prepareStatement("select " + function + "(?)")) {
                statement.setLong(1, LOCK);
                statement.execute();
            }
        }
    }

    private void migrate(ModuleSchema schema) throws IOException {
        Flyway.configure()
                .dataSource(dataSource)
                .defaultSchema(schema.name())
                .schemas(schema.name())
                .createSchemas(true)
                .locations(locations(schema))
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    private String[] locations(ModuleSchema schema) throws IOException {
        var onAnyDatabase = "db/migration/" + schema.name();
        var onPostgresOnly = "db/postgresql/" + schema.name();
        return postgres && hasScripts(onPostgresOnly)
                ? new String[] {onAnyDatabase, onPostgresOnly}
                : new String[] {onAnyDatabase};
    }

    private static boolean hasScripts(String folder) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.sql").length > 0;
    }
}
