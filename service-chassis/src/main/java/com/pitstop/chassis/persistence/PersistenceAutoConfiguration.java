package com.pitstop.chassis.persistence;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The schema that every service has beside those of its modules, and the migrations of all. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class, before = HibernateJpaAutoConfiguration.class)
public class PersistenceAutoConfiguration {

    /** Where the positions and the dead letters of the event processors are. */
    @Bean
    ModuleSchema operationsSchema() {
        return new ModuleSchema("operations");
    }

    @Bean
    static PostgresConnections postgresConnections(@Value("${spring.application.name:pitstop}") String service) {
        return new PostgresConnections(service);
    }

    @Bean
    static InsertsOnce insertsOnce() {
        return new InsertsOnce();
    }

    @Bean
    SchemaMigrations schemaMigrations(
            DataSource dataSource,
            List<ModuleSchema> schemas,
            @Value("${pitstop.database.patience}") Duration patience) {
        return new SchemaMigrations(dataSource, schemas, patience);
    }

    @Bean
    Compaction compaction(DataSource dataSource) {
        return new Compaction(dataSource);
    }
}
