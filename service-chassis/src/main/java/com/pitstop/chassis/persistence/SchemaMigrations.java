package com.pitstop.chassis.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
        var database = withoutTimeLimits();
        awaitAnswer(database);
        try (var connection = database.getConnection()) {
            postgres = isPostgres(connection.getMetaData().getURL());
            lock(connection, "pg_advisory_lock");
            try {
                for (var schema : schemas) {
                    migrate(database, schema);
                }
            } finally {
                lock(connection, "pg_advisory_unlock");
            }
        }
    }

    /** The pool's connections are for requests, which must not take long. A migration, or waiting for one, may. */
    private DataSource withoutTimeLimits() {
        return dataSource instanceof HikariDataSource pool && isPostgres(pool.getJdbcUrl())
                ? new DriverManagerDataSource(String.valueOf(pool.getJdbcUrl()), pool.getUsername(), pool.getPassword())
                : dataSource;
    }

    private static boolean isPostgres(@Nullable String url) {
        return url != null && DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.POSTGRESQL;
    }

    private void awaitAnswer(DataSource database) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && !answers(database)) {
            LOG.info("Waiting for the database");
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean answers(DataSource database) {
        try (var connection = database.getConnection()) {
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

    private void migrate(DataSource database, ModuleSchema schema) throws IOException {
        Flyway.configure()
                .dataSource(database)
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
