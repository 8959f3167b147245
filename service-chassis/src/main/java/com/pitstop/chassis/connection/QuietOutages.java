package com.pitstop.chassis.connection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

import com.pitstop.chassis.messaging.Causes;
import com.pitstop.chassis.messaging.LostConnection;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Keeps out of the log what everybody who tries again says of a connection that is still lost, each time with its stack:
 * {@link Outage} says it once. Their failures of any other kind stay.
 */
public class QuietOutages extends TurboFilter implements InitializingBean, DisposableBean {

    private static final List<String> THOSE_WHO_TRY_AGAIN = List.of(
            "org.axonframework.eventsourcing.eventstore.EmbeddedEventStore",
            "org.axonframework.eventhandling.pooled.",
            "org.springframework.boot.jdbc.health.");

    private final boolean wanted;

    public QuietOutages(boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        return level.isGreaterOrEqual(Level.WARN)
                        && THOSE_WHO_TRY_AGAIN.stream().anyMatch(logger.getName()::startsWith)
                        && isOfLostConnection(arguments, failure)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    private static boolean isOfLostConnection(Object @Nullable [] arguments, @Nullable Throwable failure) {
        return Stream.concat(
                        Stream.ofNullable(failure), Stream.ofNullable(arguments).flatMap(Arrays::stream))
                .filter(Throwable.class::isInstance)
                .flatMap(argument -> Causes.of((Throwable) argument))
                .anyMatch(LostConnection::is);
    }

    @Override
    public void afterPropertiesSet() {
        if (wanted) {
            start();
            context().addTurboFilter(this);
        }
    }

    @Override
    public void destroy() {
        context().getTurboFilterList().remove(this);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
