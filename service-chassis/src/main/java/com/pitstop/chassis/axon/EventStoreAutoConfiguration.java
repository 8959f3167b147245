package com.pitstop.chassis.axon;

import java.sql.SQLException;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

import com.pitstop.chassis.messaging.Causes;

/** Events, snapshots and tokens in tables of the service's database, in the transaction of whoever writes them. */
@AutoConfiguration(after = HibernateJpaAutoConfiguration.class, before = AxonAutoConfiguration.class)
public class EventStoreAutoConfiguration {

    @Bean
    @Primary
    Serializer serializer() {
        return Serializers.messages();
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            Serializer serializer,
            Configuration configuration,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager) {
        return JdbcEventStorageEngine.builder()
                .schema(Schemas.events())
                .eventSerializer(serializer)
                .snapshotSerializer(Serializers.snapshots())
                .snapshotFilter(configuration.snapshotFilter())
                .upcasterChain(configuration.upcasterChain())
                .connectionProvider(connectionProvider)
                .transactionManager(transactionManager)
                .persistenceExceptionResolver(duplicateKeys())
                .readEventDataWithGaps(EventsAcrossGaps::select)
                .batchSize(500)
                .build();
    }

    @Bean
    TokenStore tokenStore(Serializer serializer, ConnectionProvider connectionProvider) {
        return JdbcTokenStore.builder()
                .schema(Schemas.tokens())
                .serializer(serializer)
                .connectionProvider(connectionProvider)
                .build();
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return Schemas.deadLetters();
    }

    /** SQL state 23505, unique violation, means on every database here that somebody else was first. */
    private static PersistenceExceptionResolver duplicateKeys() {
        return failure -> Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(exception -> "23505".equals(exception.getSQLState()));
    }
}
