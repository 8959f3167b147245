package com.pitstop.chassis.workbench;

import java.util.HashMap;
import java.util.Map;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.LoggingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import com.pitstop.chassis.test.TestDatabases;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A service that could lose events does not start, and says why. */
class UnsafeStartTest {

    static class Forgetful {

        @Bean
        @Primary
        TokenStore forgetfulTokenStore() {
            return new InMemoryTokenStore();
        }

        @Bean
        @Primary
        EventStorageEngine forgetfulEventStorageEngine() {
            return new InMemoryEventStorageEngine();
        }
    }

    static class Careless {

        @Bean
        ConfigurerModule careless() {
            return new ConfigurerModule() {
                @Override
                public void configureModule(org.axonframework.config.Configurer configurer) {
                    configurer
                            .eventProcessing()
                            .registerListenerInvocationErrorHandler("tools", c -> new LoggingErrorHandler());
                }
            };
        }
    }

    @Test
    void isRefusedWhereEventsOrPositionsAreInMemory() {
        assertThatThrownBy(() -> start(TestDatabases.h2(), Workbench.class, Forgetful.class))
                .hasMessageContaining("token store is in memory")
                .hasMessageContaining("event store is in memory");
    }

    @Test
    void isRefusedWhereAFailureWouldBeSkipped() {
        assertThatThrownBy(() -> start(TestDatabases.h2(), Workbench.class, Careless.class))
                .hasMessageContaining("tools would skip events that fail");
    }

    @Test
    void isRefusedOnADatabaseThatDelaysItsWrites() {
        var settings = new HashMap<>(TestDatabases.h2());
        settings.compute(
                "spring.datasource.url", (key, url) -> String.valueOf(url).replace("WRITE_DELAY=0;", ""));

        assertThatThrownBy(() -> start(settings, Workbench.class)).hasMessageContaining("H2 delays its writes");
    }

    @Test
    void isRefusedOnADatabaseInMemory() {
        var settings = new HashMap<>(TestDatabases.h2());
        settings.put(
                "spring.datasource.url",
                "jdbc:h2:mem:gone;WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");

        assertThatThrownBy(() -> start(settings, Workbench.class)).hasMessageContaining("database is in memory");
    }

    private static void start(Map<String, Object> settings, Class<?>... sources) {
        new SpringApplicationBuilder(sources)
                .run(TestDatabases.arguments(settings))
                .close();
    }
}
