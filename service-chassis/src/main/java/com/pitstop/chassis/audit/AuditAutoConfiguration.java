package com.pitstop.chassis.audit;

import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Commands on record. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
public class AuditAutoConfiguration {

    @Bean
    CommandRecord commandRecord(Configuration configuration, @Value("${pitstop.audit.commands}") boolean kept) {
        return new CommandRecord(configuration, kept);
    }

    @Bean
    ConfigurerModule publishedEvents() {
        return configurer -> configurer.configureMessageMonitor(EventStore.class, c -> new PublishedEvents());
    }
}
