package com.pitstop.chassis.tracing;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Leaves tracing out altogether while there is nobody to send traces to. Spring Boot would make every part of it but the
 * exporter, and each request would pay for spans that nobody sees.
 */
public class OnlyWithEndpoint implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Spring Boot's own setting, for which OTEL_EXPORTER_OTLP_ENDPOINT stands as well. */
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String BOOT = "org.springframework.boot.";

    private boolean endpoint;

    @Override
    public void setEnvironment(Environment environment) {
        endpoint = StringUtils.hasText(environment.getProperty(ENDPOINT));
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            matches[i] = endpoint || !isTracing(candidates[i]);
        }
        return matches;
    }

    private static boolean isTracing(@Nullable String candidate) {
        return candidate != null
                && Stream.of(
                                BOOT + "micrometer.tracing.",
                                BOOT + "opentelemetry.",
                                TracingAutoConfiguration.class.getName())
                        .anyMatch(candidate::startsWith);
    }
}
