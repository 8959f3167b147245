package com.pitstop.chassis.persistence;

import java.util.List;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/** Brings the schema of every module up to date, each with a history of its own, before anything reads a table. */
public class SchemaMigrations implements InitializingBean {

    private final DataSource dataSource;
    private final List<ModuleSchema> schemas;

    public SchemaMigrations(DataSource dataSource, List<ModuleSchema> schemas) {
        this.dataSource = dataSource;
        this.schemas = List.copyOf(schemas);
    }

    @Override
    public void afterPropertiesSet() {
        schemas.forEach(this::migrate);
    }

    private void migrate(ModuleSchema schema) {
        Flyway.configure()
                .dataSource(dataSource)
                .defaultSchema(schema.name())
                .schemas(schema.name())
                .createSchemas(true)
                .locations("classpath:db/migration/" + schema.name())
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
