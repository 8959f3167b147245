package com.pitstop.chassis.tracing;

import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpHttpSpanExporterBuilderCustomizer;
import org.springframework.context.annotation.Bean;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;

/** Spans of commands, events and queries. Their context travels in the metadata of the message. */
@AutoConfiguration(after = OpenTelemetryTracingAutoConfiguration.class, before = AxonTracingAutoConfiguration.class)
@ConditionalOnBean(Tracer.class)
public class TracingAutoConfiguration {

    @Bean
    SpanFactory spanFactory(Tracer tracer, ContextPropagators propagators) {
        return OpenTelemetrySpanFactory.builder()
                .tracer(tracer)
                .contextPropagators(propagators.getTextMapPropagator())
                .build();
    }

    /** Spans are worth no second try: it would hold up those that follow, and the end of the service. */
    @Bean
    OtlpHttpSpanExporterBuilderCustomizer once() {
        return exporter -> exporter.setRetryPolicy(null);
    }

    /** Probes and scrapes would be most of all traces. */
    @Bean
    SpanExportingPredicate withoutOperators() {
        return span -> !span.getTags().getOrDefault("uri", "").startsWith("/actuator");
    }
}
