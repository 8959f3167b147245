package com.pitstop.chassis.idempotency;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Idempotency keys for every command of a service. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
public class IdempotencyAutoConfiguration {

    @Bean
    AcceptedRequests acceptedRequests(EventStore eventStore) {
        return new AcceptedRequests(eventStore);
    }

    @Bean
    @Order(2)
    OncePerKey oncePerKey(ObjectProvider<AcceptedRequests> acceptedRequests) {
        return new OncePerKey(acceptedRequests);
    }
}
