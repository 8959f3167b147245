package com.pitstop.chassis.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import com.pitstop.chassis.messaging.Causes;

/** Tells what passes by itself, such as a database that is away, from what is broken. */
final class Unavailability {

    private static final Set<Class<? extends Throwable>> PASSING = Set.of(
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            NonTransientDataAccessResourceException.class,
            CannotCreateTransactionException.class,
            ConcurrencyException.class,
            NoHandlerForCommandException.class,
            TemporarilyUnavailableException.class,
            TimeoutException.class,
            SQLTransientConnectionException.class,
            SQLNonTransientConnectionException.class,
            SQLRecoverableException.class);

    /**
     * SQL states: 08 of the standard; of PostgreSQL 57P for a server that goes or ends a session, 57014 and 25P for what
     * took too long, 53 for no room; of H2 90098 and 90121 for a database that is closed.
     */
    private static final Pattern STATES = Pattern.compile("08.*|57P.*|57014|25P.*|53.*|90098|90121");

    private Unavailability() {}

    /** Whether it is in what led to a failure; what broke first may be wrapped many times on its way here. */
    static boolean caused(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> PASSING.stream().anyMatch(type -> type.isInstance(cause))
                        || (cause instanceof SQLException database && isAboutTheConnection(database)));
    }

    /** The pool has no SQL state for a connection that it gave up. */
    private static boolean isAboutTheConnection(SQLException failure) {
        var state = failure.getSQLState();
        return state == null
                ? "Connection is closed".equals(failure.getMessage())
                : STATES.matcher(state).matches();
    }
}
