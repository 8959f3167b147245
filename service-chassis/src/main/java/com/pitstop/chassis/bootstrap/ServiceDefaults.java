package com.pitstop.chassis.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Puts {@code chassis-defaults.yml} below every other source of settings, and just above it those for the hub. */
public class ServiceDefaults implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if ("axon-server".equals(environment.getProperty("pitstop.hub"))) {
            addBelowOthers("chassis-axon-server.yml", environment);
        }
        addBelowOthers("chassis-defaults.yml", environment);
    }

    private static void addBelowOthers(String file, ConfigurableEnvironment environment) {
        try {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
