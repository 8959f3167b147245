package com.pitstop.chassis.processing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

import com.pitstop.chassis.axon.Node;
import com.pitstop.chassis.axon.StorageAutoConfiguration;
import com.pitstop.chassis.connection.QuietOutages;

/** Every processing group: pooled, in batches, sequenced by aggregate, with a dead-letter queue. No handler swallows. */
@AutoConfiguration(after = StorageAutoConfiguration.class)
@EnableConfigurationProperties(ProcessingSettings.class)
public class ProcessingAutoConfiguration {

    /** A quarter of the time after which a claim ends that is not extended. */
    private static final long MILLISECONDS_BETWEEN_CLAIMS = 2_000;

    @Bean
    HandlerEnhancerDefinition suspectHandling(ObjectProvider<PlatformTransactionManager> transactionManager) {
        return new SuspectHandling(transactionManager);
    }

    @Bean
    HandlerEnhancerDefinition selectiveHandling() {
        return new SelectiveHandling();
    }

    @Bean
    Positions positions(JdbcTemplate database, Serializer serializer, EventStore eventStore) {
        return new Positions(database, serializer, eventStore);
    }

    @Bean
    Rebuilds rebuilds(JdbcTemplate database, Positions positions, EventStore eventStore) {
        return new Rebuilds(database, positions, eventStore);
    }

    @Bean
    Instances instances(JdbcTemplate database, @Value("${spring.application.name:pitstop}") String service, Node node) {
        return new Instances(database, service, node);
    }

    /** An embedded database does not go away for a while: what happens to it is worth its stack. */
    @Bean
    QuietOutages quietOutages(Node node) {
        return new QuietOutages(!node.alone());
    }

    @Bean
    ConfigurerModule eventProcessing(
            ProcessingSettings settings,
            Instances instances,
            Node node,
            Serializer serializer,
            DeadLetterSchema deadLetterSchema,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager,
            TokenStore tokenStore,
            ListableBeanFactory beans) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            processing
                    .usingPooledStreamingEventProcessors(pooled(settings, node, instances))
                    .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                    .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                    .registerDefaultHandlerInterceptor((c, name) -> new OneByOne(name, tokenStore))
                    .registerDeadLetterQueueProvider(group -> c -> parkingPlace(
                            group, settings, serializer, deadLetterSchema, connectionProvider, transactionManager));
            var groups = new ProcessingGroups(beans);
            groups.all().forEach(group -> emptiedByReplay(processing, group));
            var awaited = groups.awaitedInOrder().collect(Collectors.toSet());
            groups.inOrder().forEach(group -> inOneSegment(processing, group, awaited.contains(group)));
            groups.inOneSequence().forEach(group -> inOneSequence(processing, group));
        };
    }

    /** Where one process does all the work, more segments than threads make smaller batches and nothing else. */
    private static PooledStreamingProcessorConfiguration pooled(
            ProcessingSettings settings, Node node, Instances instances) {
        var segments = node.alone() ? Math.min(settings.threads(), settings.segments()) : settings.segments();
        return (configuration, processor) -> processor
                .batchSize(settings.batchSize())
                .initialSegmentCount(segments)
                .maxSegmentProvider(instances)
                .tokenClaimInterval(MILLISECONDS_BETWEEN_CLAIMS)
                .claimExtensionThreshold(MILLISECONDS_BETWEEN_CLAIMS)
                .workerExecutor(name -> untilShutdown(
                        configuration,
                        Executors.newScheduledThreadPool(settings.threads(), new AxonThreadFactory(name))))
                .coordinatorExecutor(
                        name -> untilShutdown(configuration, new PacedCoordinator(name, PacedCoordinator.USUAL)))
                .enableCoordinatorClaimExtension();
    }

    private static ScheduledExecutorService untilShutdown(
            Configuration configuration, ScheduledExecutorService threads) {
        configuration.onShutdown(threads::shutdown);
        return threads;
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> parkingPlace(
            String group,
            ProcessingSettings settings,
            Serializer serializer,
            DeadLetterSchema schema,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .schema(schema)
                .statementFactory(new ParkedEvents(schema, serializer))
                .genericSerializer(serializer)
                .eventSerializer(serializer)
                .connectionProvider(connectionProvider)
                .transactionManager(transactionManager)
                .maxSequences(settings.parkedSequences())
                .maxSequenceSize(settings.parkedSequences())
                .build();
    }

    /** A replay handles everything again, parked events included; and knowing what is parked saves a query per event. */
    private static void emptiedByReplay(EventProcessingConfigurer processing, String group) {
        processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                group, (c, invoker) -> invoker.allowReset(true).enableSequenceIdentifierCache());
    }

    private static void inOneSegment(EventProcessingConfigurer processing, String group, boolean awaited) {
        var pace = awaited ? PacedCoordinator.USUAL : PacedCoordinator.LEISURELY;
        processing.registerPooledStreamingEventProcessorConfiguration(
                group,
                (c, processor) -> processor
                        .initialSegmentCount(1)
                        .coordinatorExecutor(name -> untilShutdown(c, new PacedCoordinator(name, pace))));
    }

    /** The sequence has one name, for ever: Axon's policy for this names it anew with every start. */
    private static void inOneSequence(EventProcessingConfigurer processing, String group) {
        processing.registerSequencingPolicy(group, c -> event -> group);
    }
}
