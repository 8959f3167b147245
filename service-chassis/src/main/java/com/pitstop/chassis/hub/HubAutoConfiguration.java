package com.pitstop.chassis.hub;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import com.pitstop.chassis.axon.Serializers;
import com.pitstop.chassis.axon.StorageAutoConfiguration;
import com.pitstop.chassis.messaging.Causes;
import com.pitstop.chassis.persistence.ModuleSchema;
import com.pitstop.chassis.persistence.SchemaMigrations;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The events in a database ({@code pitstop.hub: database}): one that all services share, if one is named, else the
 * service's own.
 */
@AutoConfiguration(after = StorageAutoConfiguration.class, before = AxonAutoConfiguration.class)
@ConditionalOnProperty(name = "pitstop.hub", havingValue = "database", matchIfMissing = true)
@EnableConfigurationProperties(HubDatabase.class)
public class HubAutoConfiguration {

    @Bean(defaultCandidate = false)
    @ConditionalOnProperty("pitstop.hub.database.url")
    HikariDataSource hubDataSource(HubDatabase settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("hub");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(settings.maximumPoolSize());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(3_000);
        pool.setConnectionInitSql(boundedOnServer(settings.appendTimeout().toMillis()));
        return pool;
    }

    @Bean(defaultCandidate = false)
    @ConditionalOnProperty("pitstop.hub.database.url")
    PlatformTransactionManager hubTransactionManager(@Qualifier("hubDataSource") DataSource hub) {
        return new JdbcTransactionManager(hub);
    }

    @Bean
    Hub hub(
            DataSource own,
            TransactionManager ownTransactions,
            @Qualifier("hubDataSource") Optional<DataSource> shared,
            @Qualifier("hubTransactionManager") Optional<PlatformTransactionManager> sharedTransactions) {
        return shared.map(hub -> new Hub(hub, new SpringTransactionManager(sharedTransactions.orElseThrow()), true))
                .orElseGet(() -> new Hub(own, ownTransactions, false));
    }

    @Bean
    SchemaMigrations hubMigrations(
            DataSource own,
            @Qualifier("hubDataSource") Optional<DataSource> shared,
            @Value("${pitstop.database.patience}") Duration patience) {
        return new SchemaMigrations(shared.orElse(own), List.of(new ModuleSchema("hub")), patience);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            Serializer serializer,
            Configuration configuration,
            Hub hub,
            @Qualifier("hubMigrations") SchemaMigrations migrations) {
        var settings = JdbcEventStorageEngine.builder();
        settings.schema(schema())
                .eventSerializer(serializer)
                .snapshotSerializer(Serializers.snapshots())
                .snapshotFilter(configuration.snapshotFilter())
                .upcasterChain(configuration.upcasterChain())
                .connectionProvider(new SpringDataSourceConnectionProvider(hub.dataSource()))
                .transactionManager(hub.transactions())
                .persistenceExceptionResolver(duplicateKeys())
                .batchSize(BATCH)
                .finalAggregateBatchPredicate(batch -> batch.size() < BATCH);
        return new NothingSkippedEngine(
                settings, migrations.onPostgres() ? new AppendsOnServer() : new AppendsInProcess());
    }

    @Bean
    EventStore eventStore(
            EventStorageEngine engine,
            Configuration configuration,
            Hub hub,
            @Qualifier("hubMigrations") SchemaMigrations migrations) {
        var settings = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class));
        return new WakingEventStore(
                settings, migrations.onPostgres() ? new PostgresDoorbell(hub.dataSource()) : Doorbell.NONE);
    }

    /** As Axon's own, but with the transactions of the hub, where a command has its effect. */
    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(Hub hub, Configuration configuration, DuplicateCommandHandlerResolver duplicates) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(hub.transactions())
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(configuration.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        var unused = bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }

    private static final int BATCH = 500;

    /** Sets those of the server's limits that its version has. */
    private static String boundedOnServer(long milliseconds) {
        return """
                select set_config(name, '%d', false) from pg_settings
                where name in ('transaction_timeout', 'idle_in_transaction_session_timeout', 'statement_timeout')
                """.formatted(milliseconds);
    }

    private static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("hub.domain_event_entry")
                .snapshotTable("hub.snapshot_event_entry")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

    /** SQL state 23505, unique violation, means on every database here that somebody else was first. */
    private static PersistenceExceptionResolver duplicateKeys() {
        return failure -> Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(exception -> "23505".equals(exception.getSQLState()));
    }
}
