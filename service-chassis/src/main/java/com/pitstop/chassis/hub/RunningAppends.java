package com.pitstop.chassis.hub;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The appends whose positions are drawn but whose events nobody can see yet. A reader that went past them would never
 * see them: positions are drawn in order, but transactions commit in any.
 */
interface RunningAppends {

    /**
     * The position up to which every event there will ever be can be seen by statements that follow. Each statement of
     * the connection must see what was committed before it began.
     */
    long readableUpTo(Connection connection) throws SQLException;

    /** Appends, known as running from before a position is drawn until its transaction ended. */
    void during(Runnable append);
}
