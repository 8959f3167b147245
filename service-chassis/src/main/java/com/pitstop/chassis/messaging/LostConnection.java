package com.pitstop.chassis.messaging;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;

/** Tells a database that went away, or ended a session, from one that refuses. */
public final class LostConnection {

    /**
     * SQL states: 08 of the standard; of PostgreSQL 57P for a server that goes or ends a session, 57014 and 25P for what
     * took too long, 53 for no room; of H2 90098 and 90121 for a database that is closed.
     */
    private static final Pattern STATES = Pattern.compile("08.*|57P.*|57014|25P.*|53.*|90098|90121");

    private LostConnection() {}

    /** Whether this one failure, not what led to it, is of that kind. */
    public static boolean is(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || (cause instanceof SQLException database && isAboutTheConnection(database));
    }

    /** The pool has no SQL state for a connection that it gave up. */
    private static boolean isAboutTheConnection(SQLException failure) {
        var state = failure.getSQLState();
        return state == null
                ? "Connection is closed".equals(failure.getMessage())
                : STATES.matcher(state).matches();
    }
}
