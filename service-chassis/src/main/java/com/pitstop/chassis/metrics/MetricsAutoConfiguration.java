package com.pitstop.chassis.metrics;

import java.time.Duration;
import java.util.Map;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

import com.pitstop.chassis.metrics.ProcessorReadings.Reading;
import com.pitstop.chassis.operations.DeadLetters;
import com.pitstop.chassis.operations.EventProcessors;
import com.pitstop.chassis.operations.OperationsAutoConfiguration;

import io.micrometer.core.instrument.MeterRegistry;

/** Timers of commands, events and queries, and gauges of the event processors. All of them: docs/operations.md. */
@AutoConfiguration(after = OperationsAutoConfiguration.class)
public class MetricsAutoConfiguration {

    @Bean
    HandlerEnhancerDefinition timedEventHandling(ObjectProvider<MeterRegistry> registry) {
        return new TimedEventHandling(SingletonSupplier.of(registry::getObject));
    }

    @Bean
    ConfigurerModule timedMessages(ObjectProvider<MeterRegistry> registry) {
        return configurer -> configurer
                .configureMessageMonitor(
                        CommandBus.class,
                        c -> new TimedMessages(registry.getObject(), "pitstop.commands", "command", Outcome::ofCommand))
                .configureMessageMonitor(
                        QueryBus.class,
                        c -> new TimedMessages(
                                registry.getObject(), "pitstop.queries", "query", failure -> Outcome.FAILURE));
    }

    @Bean(destroyMethod = "close")
    SharedReading<Map<String, Reading>> processorReadings(EventProcessors processors, DeadLetters deadLetters) {
        var readings = new ProcessorReadings(processors, deadLetters);
        return new SharedReading<>(readings::read, Duration.ofSeconds(1));
    }

    @Bean
    ProcessorGauges processorGauges(DeadLetters deadLetters, SharedReading<Map<String, Reading>> readings) {
        return new ProcessorGauges(deadLetters.groups(), readings);
    }
}
