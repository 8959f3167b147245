package com.pitstop.chassis.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the schema of every module up to date, each with a history of its own, before anything reads a table. Processes
 * that start at the same time do so one after the other.
 */
public class SchemaMigrations implements InitializingBean {

    /** Ours among the locks that applications agree on in one database. */
    private static final long LOCK = 0x5069_7473_746f_70L;

    private final DataSource dataSource;
    private final List<ModuleSchema> schemas;
    private boolean postgres;

    public SchemaMigrations(DataSource dataSource, List<ModuleSchema> schemas) {
        this.dataSource = dataSource;
        this.schemas = List.copyOf(schemas);
    }

    /** Whether this is a PostgreSQL. Other databases here are embedded, and nobody else uses them. */
    public boolean onPostgres() {
        return postgres;
    }

    @Override
    public void afterPropertiesSet() throws SQLException, IOException {
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
