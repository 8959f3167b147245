package com.pitstop.chassis.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Refuses to start a service that could lose what it acknowledged. Axon falls back on parts that are fine for a try-out,
 * in memory and without transactions, and does not say so.
 */
public class SafetyCheck implements SmartInitializingSingleton {

    private final Configuration configuration;
    private final EventProcessingModule processing;
    private final Optional<EventStorageEngine> engine;
    private final DataSource dataSource;

    public SafetyCheck(
            Configuration configuration,
            EventProcessingModule processing,
            Optional<EventStorageEngine> engine,
            DataSource dataSource) {
        this.configuration = configuration;
        this.processing = processing;
        this.engine = engine;
        this.dataSource = dataSource;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var dangers = dangers();
        if (!dangers.isEmpty()) {
            throw new UnsafeConfigurationException(dangers);
        }
    }

    List<String> dangers() {
        var dangers = new ArrayList<String>();
        checkComponents(dangers);
        checkSerializers(dangers);
        processing.eventProcessors().forEach((name, processor) -> checkProcessor(name, processor, dangers));
        checkDatabase(dangers);
        return dangers;
    }

    private void checkComponents(List<String> dangers) {
        if (configuration.getComponent(TransactionManager.class) instanceof NoTransactionManager) {
            dangers.add("There is no transaction manager: events and positions would not be stored together");
        }
        if (configuration.getComponent(TokenStore.class) instanceof InMemoryTokenStore) {
            dangers.add("The token store is in memory: every restart would handle every event again");
        }
        if (!keepsEvents()) {
            dangers.add("The event store is in memory: every restart would forget everything");
        }
    }

    /** Axon Server's needs no engine of ours. */
    private boolean keepsEvents() {
        return engine.map(present -> !(present instanceof InMemoryEventStorageEngine))
                .orElseGet(() -> configuration.eventStore() instanceof AxonServerEventStore);
    }

    private void checkSerializers(List<String> dangers) {
        checkSerializer("general", configuration.serializer(), dangers);
        checkSerializer("event", configuration.eventSerializer(), dangers);
        checkSerializer("message", configuration.messageSerializer(), dangers);
    }

    private static void checkSerializer(String purpose, Serializer serializer, List<String> dangers) {
        if (!(serializer instanceof Jackson3Serializer)) {
            dangers.add("The %s serializer is %s; only JSON is meant to be stored"
                    .formatted(purpose, serializer.getClass().getSimpleName()));
        }
    }

    private void checkProcessor(String name, EventProcessor processor, List<String> dangers) {
        if (!(processor instanceof StreamingEventProcessor)) {
            dangers.add("The processor %s does not track its position".formatted(name));
        }
        if (processing.deadLetterQueue(name).isEmpty()) {
            dangers.add("The processing group %s has no dead-letter queue".formatted(name));
        }
        if (!(errorHandling(name) instanceof PropagatingErrorHandler)) {
            dangers.add("The processing group %s would skip events that fail".formatted(name));
        }
    }

    private Object errorHandling(String name) {
        return ((EventProcessingConfiguration) processing).listenerInvocationErrorHandler(name);
    }

    /** H2 acknowledges what it has not written, unless told otherwise. */
    private void checkDatabase(List<String> dangers) {
        var database = new JdbcTemplate(dataSource);
        var url = database.execute(
                (java.sql.Connection connection) -> connection.getMetaData().getURL());
        if (url == null || DatabaseDriver.fromJdbcUrl(url) != DatabaseDriver.H2) {
            return;
        }
        if (url.startsWith("jdbc:h2:mem:")) {
            dangers.add("The database is in memory: every restart would forget everything");
        } else if (!"0".equals(h2WriteDelay(database))) {
            dangers.add("H2 delays its writes: add WRITE_DELAY=0 to its URL, or a crash loses what was acknowledged");
        }
    }

    private static String h2WriteDelay(JdbcTemplate database) {
        return database
                .queryForList(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'",
                        String.class)
                .stream()
                .findFirst()
                .orElse("unknown");
    }
}
