package com.pitstop.chassis.hub;

import java.util.Set;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Refuses a hub that there is none of. Without this a service would start on Axon's fallbacks, and be refused for those. */
@AutoConfiguration
public class HubChoiceAutoConfiguration {

    @Bean
    static BeanFactoryPostProcessor knownHubOnly(Environment environment) {
        return beans -> {
            var hub = environment.getProperty("pitstop.hub", "database");
            if (!Set.of("database", "axon-server").contains(hub)) {
                throw new InvalidConfigurationPropertyValueException(
                        "pitstop.hub", hub, "It must be database or axon-server.");
            }
        };
    }
}
