package com.pitstop.chassis.axon;

import java.util.Optional;
import java.util.OptionalLong;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;
import javax.sql.DataSource;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;

/**
 * What keeps a command fast however long its stream is. Aggregates name these beans; see {@code @Aggregate}.
 *
 * <p>The cache trusts the event store: a stale aggregate loses against the unique (stream, sequence number), is evicted
 * when that unit of work rolls back, and the command is tried again on what is really there.
 */
@AutoConfiguration
public class AggregateAutoConfiguration {

    @Bean(destroyMethod = "close")
    CachingProvider cachingProvider() {
        return Caching.getCachingProvider(
                CaffeineCachingProvider.class.getName(), AggregateAutoConfiguration.class.getClassLoader());
    }

    /** What one process remembers of an aggregate, another may have changed meanwhile. */
    @Bean("aggregateCache")
    @Conditional(OnSharedHub.class)
    Cache noAggregateCache() {
        return NoCache.INSTANCE;
    }

    /** Aggregates by stream. */
    @Bean
    @ConditionalOnMissingBean
    Cache aggregateCache(
            CachingProvider provider, @Value("${pitstop.aggregates.cached:2000}") long maximumNumberOfAggregates) {
        var configuration = new CaffeineConfiguration<>();
        configuration.setStoreByValue(false);
        configuration.setMaximumSize(OptionalLong.of(maximumNumberOfAggregates));
        var manager = provider.getCacheManager();
        manager.destroyCache("aggregates");
        return new CacheOfNamed(manager.createCache("aggregates", configuration));
    }

    @Bean
    SafetyCheck safetyCheck(
            org.axonframework.config.Configuration configuration,
            EventProcessingModule processing,
            Optional<EventStorageEngine> engine,
            DataSource dataSource) {
        return new SafetyCheck(configuration, processing, engine, dataSource);
    }

    @Bean
    SnapshotTriggerDefinition snapshotTrigger(
            Snapshotter snapshotter, @Value("${pitstop.aggregates.events-per-snapshot:100}") int events) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, events);
    }
}
