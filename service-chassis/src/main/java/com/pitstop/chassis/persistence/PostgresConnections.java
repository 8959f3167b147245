package com.pitstop.chassis.persistence;

import java.util.Map;

import org.springframework.beans.factory.config.BeanPostProcessor;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Makes connections to a PostgreSQL notice that nobody is there any more. By default its driver waits for an answer for
 * ever, and so would every thread that asks after a cable was cut. And has a batch of rows inserted by few statements.
 * The URL may set each of these otherwise.
 */
class PostgresConnections implements BeanPostProcessor {

    /** In seconds. What a server is asked here, it answers in less; the events are asked for the shortest things. */
    private static final Map<String, String> OWN = Map.of(
            "connectTimeout", "5", "socketTimeout", "60", "tcpKeepAlive", "true", "reWriteBatchedInserts", "true");

    private static final Map<String, String> HUB =
            Map.of("connectTimeout", "5", "socketTimeout", "20", "tcpKeepAlive", "true");

    private final String service;

    PostgresConnections(String service) {
        this.service = service;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            pool.addDataSourceProperty("ApplicationName", service);
            (name.equals("hubDataSource") ? HUB : OWN).forEach(pool::addDataSourceProperty);
        }
        return bean;
    }
}
