package com.pitstop.chassis.web;

import java.util.Arrays;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.HandlerExceptionResolver;

import com.pitstop.chassis.idempotency.AcceptedRequests;
import com.pitstop.chassis.idempotency.IdempotencyAutoConfiguration;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** The manners of every HTTP API. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class, after = IdempotencyAutoConfiguration.class)
@Import({ProblemAdvice.class, ProblemErrorController.class, OpenApiDocumentation.class})
public class WebAutoConfiguration {

    @Bean
    Submissions submissions(CommandGateway commands, AcceptedRequests acceptedRequests, JsonMapper json) {
        return new Submissions(commands, acceptedRequests, json);
    }

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter() {
        return first(new CorrelationFilter(), 0);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            @Value("${pitstop.http.maximum-body:64KB}") DataSize maximumBody,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return first(new BodyLimitFilter(maximumBody.toBytes(), problems), 1);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof org.apache.catalina.core.StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    /** A number is no text, a text no number, and a field stands there once. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.addModule(new SimpleModule().addDeserializer(String.class, new StorableText()))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .defaultLeniency(false)
                .withCoercionConfig(
                        LogicalType.Textual,
                        refused -> Arrays.stream(CoercionInputShape.values())
                                .filter(shape -> shape == CoercionInputShape.Integer
                                        || shape == CoercionInputShape.Float
                                        || shape == CoercionInputShape.Boolean)
                                .forEach(shape -> refused.setCoercion(shape, CoercionAction.Fail)));
    }

    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> first(T filter, int position) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + position);
        return registration;
    }
}
