package com.pitstop.chassis.operations;

import java.time.Clock;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import com.pitstop.chassis.processing.Instances;
import com.pitstop.chassis.processing.Positions;
import com.pitstop.chassis.processing.ProcessingAutoConfiguration;

/** What Axon leaves to its users: eyes on and hands in event processing. */
@AutoConfiguration(after = ProcessingAutoConfiguration.class)
public class OperationsAutoConfiguration {

    @Bean
    EventProcessors eventProcessors(
            EventProcessingModule processing, Positions positions, Instances instances, Clock clock) {
        return new EventProcessors(processing, positions, instances, clock);
    }

    @Bean
    DeadLetters deadLetters(EventProcessingModule processing, TransactionManager transactionManager) {
        return new DeadLetters(processing, transactionManager);
    }

    @Bean
    ProcessorsEndpoint processorsEndpoint(EventProcessors processors, Positions positions, Instances instances) {
        return new ProcessorsEndpoint(processors, new Steering(positions, instances));
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters deadLetters) {
        return new DeadLettersEndpoint(deadLetters);
    }

    @Bean
    ProcessorsHealth processorsHealthIndicator(EventProcessors processors) {
        return new ProcessorsHealth(processors);
    }
}
