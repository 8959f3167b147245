package com.pitstop.chassis.hub.axonserver;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.ManagedChannelCustomizer;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import com.pitstop.chassis.audit.CommandRecord;
import com.pitstop.chassis.axon.Serializers;
import com.pitstop.chassis.axon.StorageAutoConfiguration;
import com.pitstop.chassis.connection.Outage;

/**
 * The events in Axon Server, and commands and queries routed by it ({@code pitstop.hub: axon-server}). The connection and
 * the buses are Axon's own; see also {@code chassis-axon-server.yml}.
 */
@AutoConfiguration(
        after = StorageAutoConfiguration.class,
        before = {AxonServerAutoConfiguration.class, EventProcessingAutoConfiguration.class})
@ConditionalOnProperty(name = "pitstop.hub", havingValue = "axon-server")
@EnableConfigurationProperties(AxonServerHub.class)
public class AxonServerHubAutoConfiguration {

    /** The connector has settings of its own, which nobody should have to know. */
    @Bean
    static BeanPostProcessor hubSettings(ObjectProvider<AxonServerHub> settings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof AxonServerConfiguration connector) {
                    settings.getObject().applyTo(connector);
                }
                return bean;
            }
        };
    }

    @Bean
    Outage axonServerOutage() {
        return new Outage("Axon Server");
    }

    @Bean
    ManagedChannelCustomizer connectionAttempts(Outage outage) {
        return channel -> channel.intercept(new ConnectionAttempts(outage));
    }

    @Bean
    EventStore eventStore(
            AxonServerConfiguration settings,
            AxonServerConnectionManager connections,
            Configuration configuration,
            Serializer serializer) {
        return AxonServerEventStore.builder()
                .configuration(settings)
                .platformConnectionManager(connections)
                .eventSerializer(serializer)
                .snapshotSerializer(Serializers.snapshots())
                .snapshotFilter(configuration.snapshotFilter())
                .upcasterChain(configuration.upcasterChain())
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
                .build();
    }

    /** Handles the commands that are routed here. Their effect is in Axon Server, so there is no transaction around it. */
    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(
            Configuration configuration, DuplicateCommandHandlerResolver duplicates, CommandRecord commandRecord) {
        var settings = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(configuration.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"));
        var bus = new AnswersAcrossProcesses(settings, commandRecord);
        var unused = bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }

    @Bean
    OnlyWhileConnected onlyWhileConnected(AxonServerConnectionManager connections) {
        return new OnlyWhileConnected(connections);
    }

    @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
    ScheduledExecutorService processorStarts() {
        return Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("ProcessorStarts"));
    }

    @Bean
    EventProcessingModule eventProcessingModule(
            AxonServerConnectionManager connections, @Qualifier("processorStarts") ScheduledExecutorService thread) {
        return new PatientProcessing(connections, thread);
    }

    @Bean
    HubHealth hubHealthIndicator(AxonServerConnectionManager connections, Outage outage) {
        return new HubHealth(connections, outage);
    }
}
