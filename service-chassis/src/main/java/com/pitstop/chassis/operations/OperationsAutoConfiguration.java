package com.pitstop.chassis.operations;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import com.pitstop.chassis.processing.Instances;
import com.pitstop.chassis.processing.Positions;
import com.pitstop.chassis.processing.ProcessingAutoConfiguration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What Axon leaves to its users: eyes on and hands in event processing. */
@AutoConfiguration(after = ProcessingAutoConfiguration.class)
public class OperationsAutoConfiguration {

    @Bean
    EventProcessors eventProcessors(EventProcessingModule processing, Positions positions, Instances instances) {
        return new EventProcessors(processing, positions, instances);
    }

    @Bean
    DeadLetters deadLetters(EventProcessingModule processing, TransactionManager transactionManager) {
        return new DeadLetters(processing, transactionManager);
    }

    @Bean
    ProcessorsEndpoint processorsEndpoint(EventProcessors processors) {
        return new ProcessorsEndpoint(processors);
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters deadLetters) {
        return new DeadLettersEndpoint(deadLetters);
    }

    @Bean
    ProcessorsHealth processorsHealthIndicator(EventProcessors processors) {
        return new ProcessorsHealth(processors);
    }

    /** {@code pitstop_deadletters{group=…}}: an alarm should go off long before the queue is full. */
    @Bean
    MeterBinder parkedEvents(DeadLetters deadLetters) {
        return registry -> deadLetters
                .groups()
                .forEach(group -> Gauge.builder("pitstop.deadletters", () -> deadLetters.count(group))
                        .description("Events that could not be handled and wait for an operator")
                        .tag("group", group)
                        .register(registry));
    }
}
