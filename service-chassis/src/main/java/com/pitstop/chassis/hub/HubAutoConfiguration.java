package com.pitstop.chassis.hub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
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
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

import com.pitstop.chassis.audit.CommandRecord;
import com.pitstop.chassis.audit.CommandsOnRecord;
import com.pitstop.chassis.axon.Serializers;
import com.pitstop.chassis.axon.StorageAutoConfiguration;
import com.pitstop.chassis.persistence.ModuleSchema;
import com.pitstop.chassis.persistence.SchemaMigrations;

/**
 * The events in a database ({@code pitstop.hub: database}): one that all services share, if one is named, else the
 * service's own.
 */
@AutoConfiguration(after = StorageAutoConfiguration.class, before = AxonAutoConfiguration.class)
@ConditionalOnProperty(name = "pitstop.hub", havingValue = "database", matchIfMissing = true)
@EnableConfigurationProperties(HubDatabase.class)
@Import(SharedHubDatabase.class)
public class HubAutoConfiguration {

    private static final int BATCH = 500;

    @Bean
    Hub hub(
            DataSource own,
            TransactionManager ownTransactions,
            @Qualifier("hubDataSource") Optional<DataSource> shared,
            @Qualifier("hubTransactionManager") Optional<PlatformTransactionManager> sharedTransactions) {
        return shared.map(hub -> new Hub(hub, new SpringTransactionManager(sharedTransactions.orElseThrow())))
                .orElseGet(() -> new Hub(own, ownTransactions));
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
        settings.schema(EventTables.schema())
                .eventSerializer(serializer)
                .snapshotSerializer(Serializers.snapshots())
                .snapshotFilter(configuration.snapshotFilter())
                .upcasterChain(configuration.upcasterChain())
                .connectionProvider(new SpringDataSourceConnectionProvider(hub.dataSource()))
                .transactionManager(hub.transactions())
                .persistenceExceptionResolver(EventTables::saysSomebodyWasFirst)
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
    CommandBus commandBus(
            Hub hub,
            Configuration configuration,
            DuplicateCommandHandlerResolver duplicates,
            CommandRecord commandRecord) {
        var settings = SimpleCommandBus.builder()
                .transactionManager(hub.transactions())
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(configuration.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"));
        var bus = new CommandsOnRecord(settings, commandRecord);
        var unused = bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }
}
