package com.pitstop.chassis.messaging;

import java.util.Optional;
import java.util.concurrent.TimeoutException;

import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.grpc.StatusRuntimeException;

/**
 * Something that failed through no fault of the request, and may well succeed a moment later. Crosses processes as the
 * details of a {@code CommandExecutionException}, like {@link Refused}.
 */
public enum Setback {

    /** Somebody else was faster, and nothing was done. */
    CONFLICT,

    /** What it takes is not there at the moment, and nothing was done. */
    UNAVAILABLE,

    /** No answer came; it may have been done all the same. */
    OUTCOME_UNKNOWN;

    public static Optional<Setback> of(Throwable failure) {
        if (HandlerExecutionException.resolveDetails(failure).orElse(null) instanceof Setback known) {
            return Optional.of(known);
        }
        return Causes.of(failure)
                .flatMap(cause -> Optional.ofNullable(from(cause)).stream())
                .findFirst();
    }

    private static @Nullable Setback from(Throwable cause) {
        if (cause instanceof ConcurrencyException
                || cause instanceof AggregateStreamCreationException
                || cause instanceof TransientDataAccessException) {
            return CONFLICT;
        }
        if (cause instanceof NoHandlerForCommandException
                || cause instanceof StreamTimeoutException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof NonTransientDataAccessResourceException
                || cause instanceof CannotCreateTransactionException) {
            return UNAVAILABLE;
        }
        if (cause instanceof StatusRuntimeException fromServer) {
            return fromAxonServer(fromServer);
        }
        return cause instanceof TimeoutException
                        || LostConnection.is(cause)
                        || cause instanceof AxonServerException
                        || cause instanceof AxonServerCommandDispatchException
                ? OUTCOME_UNKNOWN
                : null;
    }

    /** Out of range is the sequence number of an event that is not the next of its stream. */
    private static @Nullable Setback fromAxonServer(StatusRuntimeException failure) {
        return switch (failure.getStatus().getCode()) {
            case OUT_OF_RANGE -> CONFLICT;
            case UNAVAILABLE, CANCELLED, ABORTED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED -> OUTCOME_UNKNOWN;
            default -> null;
        };
    }
}
