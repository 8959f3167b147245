package com.pitstop.chassis.messaging;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** What travels with a message, there and back. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
public class MessagingAutoConfiguration {

    /** The clock on the garage's wall. */
    @Bean
    Clock garageClock(@Value("${pitstop.garage.time-zone}") ZoneId zone) {
        return Clock.system(zone);
    }

    @Bean
    CorrelationDataProvider origin() {
        return new MessageOriginProvider(MessageContext.CAUSATION_ID, MessageContext.CORRELATION_ID);
    }

    @Bean
    CorrelationDataProvider user() {
        return new SimpleCorrelationDataProvider(MessageContext.USER);
    }

    @Bean
    CorrelationDataProvider commandName() {
        return message -> message instanceof CommandMessage<?> command
                ? Map.of(MessageContext.COMMAND, MessageContext.nameOf(command))
                : Map.of();
    }

    @Bean
    ContextOnDispatch contextOnDispatch() {
        return new ContextOnDispatch();
    }

    @Bean
    @Order(0)
    ContextInLogs contextInLogs() {
        return new ContextInLogs();
    }

    /** Axon tells the buses in time, and the processors of events only after they were made. */
    @Bean
    ConfigurerModule contextInLogsOfEvents(ContextInLogs contextInLogs) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((configuration, processor) -> contextInLogs);
    }

    @Bean
    @Order(1)
    RefusalsAsDetails refusalsAsDetails() {
        return new RefusalsAsDetails();
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService commandRetries() {
        return Executors.newScheduledThreadPool(2, new AxonThreadFactory("CommandRetry"));
    }

    @Bean
    CommandGateway commandGateway(
            CommandBus commandBus, @Qualifier("commandRetries") ScheduledExecutorService commandRetries) {
        return new BoundedCommandGateway(DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(new TryAgainOnConflict(commandRetries)));
    }

    @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
    ExecutorService reactionThreads() {
        return Executors.newCachedThreadPool(new AxonThreadFactory("Reaction"));
    }

    @Bean
    Reactions reactions(CommandGateway commandGateway, @Qualifier("reactionThreads") ExecutorService threads) {
        return new Reactions(commandGateway, threads);
    }
}
