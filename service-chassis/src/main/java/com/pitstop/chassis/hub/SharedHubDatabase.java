package com.pitstop.chassis.hub;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import com.zaxxer.hikari.HikariDataSource;

/** The way to a hub that is a database of its own. Not for anybody who just asks for a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("pitstop.hub.database.url")
class SharedHubDatabase {

    @Bean(defaultCandidate = false)
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
    PlatformTransactionManager hubTransactionManager(@Qualifier("hubDataSource") DataSource hub) {
        return new JdbcTransactionManager(hub);
    }

    /** Sets those of the server's limits that its version has. */
    private static String boundedOnServer(long milliseconds) {
        return """
                select set_config(name, '%d', false) from pg_settings
                where name in ('transaction_timeout', 'idle_in_transaction_session_timeout', 'statement_timeout')
                """.formatted(milliseconds);
    }
}
