package com.pitstop.chassis.axon;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

import com.pitstop.chassis.persistence.SchemaMigrations;

/** Positions and dead letters in tables of the service's own database, in one transaction with its read models. */
@AutoConfiguration(after = HibernateJpaAutoConfiguration.class, before = AxonAutoConfiguration.class)
public class StorageAutoConfiguration {

    /** After how long without a sign of life another process may go on with a segment. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(8);

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
    Node node(@Qualifier("schemaMigrations") SchemaMigrations migrations, @Value("${pitstop.instance:}") String name) {
        if (!migrations.onPostgres()) {
            return new Node("embedded", true);
        }
        return new Node(name.isBlank() ? ManagementFactory.getRuntimeMXBean().getName() : name, false);
    }

    @Bean
    TokenStore tokenStore(Serializer serializer, ConnectionProvider connectionProvider, Node node) {
        return JdbcTokenStore.builder()
                .nodeId(node.name())
                .claimTimeout(CLAIM_TIMEOUT)
                .schema(Schemas.tokens())
                .serializer(serializer)
                .connectionProvider(connectionProvider)
                .build();
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return Schemas.deadLetters();
    }
}
